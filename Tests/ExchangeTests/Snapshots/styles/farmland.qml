<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="0">
 <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0">
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="246,247,176,179"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="joinstyle" value="miter"/>
      <Option type="QString" name="outline_color" value="128,160,24,255"/>
      <Option type="QString" name="outline_style" value="dash"/>
      <Option type="QString" name="outline_width" value="0.3"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
     </Option>
    </layer>
    <layer class="LinePatternFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="1.6"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.2"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
      <Option type="QString" name="offset" value="0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="color" value="148,178,40,255"/>
     </Option>
     <symbol type="line" name="@0@1" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" enabled="1" locked="0" pass="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="148,178,40,255"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.2"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="miter"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <layerGeometryType>2</layerGeometryType>
</qgis>
