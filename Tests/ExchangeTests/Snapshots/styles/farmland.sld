<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.1.0" xmlns="http://www.opengis.net/sld" xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd">
 <NamedLayer>
  <se:Name>farmland</se:Name>
  <UserStyle>
   <se:Name>永久基本农田（示意）</se:Name>
   <se:FeatureTypeStyle>
    <se:Rule>
     <se:Name>永久基本农田（示意）</se:Name>
     <se:Description>
      <se:Title>永久基本农田（示意）</se:Title>
     </se:Description>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:SvgParameter name="fill">#F6F7B0</se:SvgParameter>
       <se:SvgParameter name="fill-opacity">0.7</se:SvgParameter>
      </se:Fill>
      <se:Stroke>
       <se:SvgParameter name="stroke">#80A018</se:SvgParameter>
       <se:SvgParameter name="stroke-width">1.07</se:SvgParameter>
       <se:SvgParameter name="stroke-linejoin">mitre</se:SvgParameter>
       <se:SvgParameter name="stroke-dasharray">6 3</se:SvgParameter>
      </se:Stroke>
     </se:PolygonSymbolizer>
     <se:PolygonSymbolizer>
      <se:Fill>
       <se:GraphicFill>
        <se:Graphic>
         <se:Mark>
          <se:WellKnownName>shape://slash</se:WellKnownName>
          <se:Stroke>
           <se:SvgParameter name="stroke">#94B228</se:SvgParameter>
           <se:SvgParameter name="stroke-width">0.71</se:SvgParameter>
           <se:SvgParameter name="stroke-linejoin">mitre</se:SvgParameter>
          </se:Stroke>
         </se:Mark>
         <se:Size>8</se:Size>
        </se:Graphic>
       </se:GraphicFill>
      </se:Fill>
     </se:PolygonSymbolizer>
    </se:Rule>
   </se:FeatureTypeStyle>
  </UserStyle>
 </NamedLayer>
</StyledLayerDescriptor>
