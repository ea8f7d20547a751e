<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
 <NamedLayer>
  <se:Name>parcels</se:Name>
  <UserStyle>
   <se:Name>用地性质</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>070102/0702 二类城镇住宅用地/城镇社区服务设施用地</se:Name>
     <se:Description>
      <se:Title>070102/0702 二类城镇住宅用地/城镇社区服务设施用地</se:Title>
     </se:Description>
     <ogc:Filter xmlns:ogc="http://www.opengis.net/ogc">
      <ogc:And>
       <ogc:PropertyIsEqualTo>
        <ogc:PropertyName>land_use_code</ogc:PropertyName>
        <ogc:Literal>070102/0702</ogc:Literal>
       </ogc:PropertyIsEqualTo>
       <ogc:Not>
        <ogc:PropertyIsEqualTo>
         <ogc:PropertyName>status</ogc:PropertyName>
         <ogc:Literal>superseded</ogc:Literal>
        </ogc:PropertyIsEqualTo>
       </ogc:Not>
      </ogc:And>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#FFFF2D</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.9</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#3C3C3C</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.71</se:SvgParameter>
       <se:SvgParameter name="stroke-linejoin">mitre</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>1401 公园绿地</se:Name>
     <se:Description>
      <se:Title>1401 公园绿地</se:Title>
     </se:Description>
     <ogc:Filter xmlns:ogc="http://www.opengis.net/ogc">
      <ogc:And>
       <ogc:PropertyIsEqualTo>
        <ogc:PropertyName>land_use_code</ogc:PropertyName>
        <ogc:Literal>1401</ogc:Literal>
       </ogc:PropertyIsEqualTo>
       <ogc:Not>
        <ogc:PropertyIsEqualTo>
         <ogc:PropertyName>status</ogc:PropertyName>
         <ogc:Literal>superseded</ogc:Literal>
        </ogc:PropertyIsEqualTo>
       </ogc:Not>
      </ogc:And>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#00FF00</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.9</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#3C3C3C</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.71</se:SvgParameter>
       <se:SvgParameter name="stroke-linejoin">mitre</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>9999</se:Name>
     <se:Description>
      <se:Title>9999</se:Title>
     </se:Description>
     <ogc:Filter xmlns:ogc="http://www.opengis.net/ogc">
      <ogc:And>
       <ogc:PropertyIsEqualTo>
        <ogc:PropertyName>land_use_code</ogc:PropertyName>
        <ogc:Literal>9999</ogc:Literal>
       </ogc:PropertyIsEqualTo>
       <ogc:Not>
        <ogc:PropertyIsEqualTo>
         <ogc:PropertyName>status</ogc:PropertyName>
         <ogc:Literal>superseded</ogc:Literal>
        </ogc:PropertyIsEqualTo>
       </ogc:Not>
      </ogc:And>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#C8C8C8</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.9</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#3C3C3C</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.71</se:SvgParameter>
       <se:SvgParameter name="stroke-linejoin">mitre</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>已分割、合并或改号</se:Name>
     <se:Description>
      <se:Title>已分割、合并或改号</se:Title>
     </se:Description>
     <ogc:Filter xmlns:ogc="http://www.opengis.net/ogc">
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>status</ogc:PropertyName>
       <ogc:Literal>superseded</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:PolygonSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#969696</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.54</se:SvgParameter>
       <se:SvgParameter name="stroke-linejoin">mitre</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
    <se:Rule>
     <se:Name>未定用途</se:Name>
     <se:Description>
      <se:Title>未定用途</se:Title>
     </se:Description>
     <se:ElseFilter/>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#C8C8C8</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.9</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#3C3C3C</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.71</se:SvgParameter>
       <se:SvgParameter name="stroke-linejoin">mitre</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>示意</se:Name>
     <ogc:Filter xmlns:ogc="http://www.opengis.net/ogc">
      <ogc:PropertyIsEqualTo>
       <ogc:PropertyName>boundary_quality</ogc:PropertyName>
       <ogc:Literal>schematic</ogc:Literal>
      </ogc:PropertyIsEqualTo>
     </ogc:Filter>
     <se:LineSymbolizer>
      <se:Stroke>
       <se:SvgParameter name="stroke">#3C3C3C</se:SvgParameter>
       <se:SvgParameter name="stroke-width">0.71</se:SvgParameter>
       <se:SvgParameter name="stroke-linejoin">mitre</se:SvgParameter>
       <se:SvgParameter name="stroke-dasharray">6 3</se:SvgParameter>
      </se:Stroke>
     </se:LineSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
