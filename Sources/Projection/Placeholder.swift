internal import CPROJ
