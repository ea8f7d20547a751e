internal import CGEOS
