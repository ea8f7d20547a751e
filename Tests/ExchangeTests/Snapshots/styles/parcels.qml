<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology|Labeling" labelsEnabled="1">
 <renderer-v2 type="categorizedSymbol" attr="if(&quot;status&quot; = 'superseded', 'superseded', &quot;land_use_code&quot;)" symbollevels="0" enableorderby="0" forceraster="0">
  <categories>
   <category symbol="0" value="070102/0702" label="070102/0702 二类城镇住宅用地/城镇社区服务设施用地" render="true" type="string"/>
   <category symbol="1" value="1401" label="1401 公园绿地" render="true" type="string"/>
   <category symbol="2" value="9999" label="9999" render="true" type="string"/>
   <category symbol="3" value="" label="未定用途" render="true" type="string"/>
   <category symbol="4" value="superseded" label="已分割、合并或改号" render="true" type="string"/>
  </categories>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,255,45,230"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="joinstyle" value="miter"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(&quot;boundary_quality&quot; = 'schematic', 'dash', 'solid')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="0,255,0,230"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="joinstyle" value="miter"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(&quot;boundary_quality&quot; = 'schematic', 'dash', 'solid')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="200,200,200,230"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="joinstyle" value="miter"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(&quot;boundary_quality&quot; = 'schematic', 'dash', 'solid')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="200,200,200,230"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="joinstyle" value="miter"/>
      <Option type="QString" name="outline_color" value="60,60,60,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(&quot;boundary_quality&quot; = 'schematic', 'dash', 'solid')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option type="QString" name="color" value="150,150,150,255"/>
      <Option type="QString" name="style" value="no"/>
      <Option type="QString" name="joinstyle" value="miter"/>
      <Option type="QString" name="outline_color" value="150,150,150,255"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option type="QString" name="name" value=""/>
       <Option type="Map" name="properties">
        <Option type="Map" name="outlineStyle">
         <Option type="bool" name="active" value="true"/>
         <Option type="QString" name="expression" value="if(&quot;boundary_quality&quot; = 'schematic', 'dash', 'solid')"/>
         <Option type="int" name="type" value="3"/>
        </Option>
       </Option>
       <Option type="QString" name="type" value="collection"/>
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="coalesce(&quot;parcel_id&quot;, &quot;name&quot;, '') || if(&quot;boundary_quality&quot; = 'schematic', '（示意）', '')" isExpression="1" fontFamily="Noto Sans CJK SC" fontSize="7" fontSizeUnit="Point" textColor="30,30,30,255" textOpacity="1" multilineHeight="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
   </text-style>
   <text-format wrapChar="" autoWrapLength="12" multilineAlign="1"/>
   <placement placement="1" centroidInside="1" centroidWhole="0" priority="5" polygonPlacementFlags="2"/>
   <rendering drawLabels="1" scaleVisibility="1" scaleMin="0" scaleMax="20000" obstacle="1" mergeLines="0"/>
  </settings>
 </labeling>
 <layerGeometryType>2</layerGeometryType>
</qgis>
