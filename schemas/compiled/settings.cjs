"use strict";
exports.body = validate21;
const schema6 = {"$id":"https://chat-config.dev/schemas/settings.schema.json","type":"object","required":["version"],"properties":{"version":{"type":"integer","const":1},"target":{"$ref":"#/definitions/target"},"include":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"policy":{"$ref":"#/definitions/policy"},"external":{"$ref":"#/definitions/external"},"removed":{"type":"array","items":{"$ref":"#/definitions/removal"}},"tests":{"type":"array","items":{"$ref":"#/definitions/test"}},"environments":{"type":"object","propertyNames":{"pattern":"^[\\w.-]{1,64}$"},"additionalProperties":{"$ref":"#/definitions/environment"}}},"additionalProperties":false,"definitions":{"target":{"type":"object","properties":{"api_key":{"type":"string","minLength":1},"api_secret":{"type":"string","minLength":1},"base_url":{"type":"string","pattern":"^https?://\\S+$"},"app_id":{"type":"integer","minimum":1}},"additionalProperties":false},"policy":{"type":"object","properties":{"allow_delete":{"type":"boolean"},"on_removal":{"type":"object","properties":{"roles":{"type":"string","enum":["delete","keep"]},"permissions":{"type":"string","enum":["delete","keep"]},"commands":{"type":"string","enum":["delete","keep"]},"blocklists":{"type":"string","enum":["delete","keep"]},"channel_types":{"type":"string","enum":["delete","keep"]},"users":{"type":"string","enum":["deactivate","keep","delete","hard_delete"]},"channels":{"type":"string","enum":["disable","keep","delete","hard_delete"]}},"additionalProperties":false},"verify_messages":{"type":"boolean"},"on_burned":{"type":"string","enum":["report","restore"]},"batch_channels":{"type":"boolean"},"assume_defaults":{"type":"string","enum":["2026-09-25"]},"max_share":{"type":"number","minimum":0.05,"maximum":1},"drift":{"type":"string","enum":["revert","report"]},"fail_on":{"type":"array","items":{"type":"string","enum":["CB","DL","SE","AU","EV","OW","CB01","CB02","CB03","CB04","CB05","CB06","CB07","CB08","CB09","CB10","CB11","CB12","CB13","CB14","CB15","CB16","CB17","CB18","CB19","CB20","CB21","CB22","CB23","DL01","DL02","DL03","DL04","DL05","DL06","SE01","SE02","SE03","SE04","SE05","SE06","SE07","SE08","SE09","SE10","SE11","SE12","SE13","SE14","AU01","AU02","AU03","EV01","EV02","EV03","EV04","EV05","OW01","OW02"]},"uniqueItems":true},"waivers":{"type":"array","items":{"$ref":"#/definitions/waiver"}}},"additionalProperties":false},"external":{"type":"object","properties":{"users":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"roles":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"permissions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"commands":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocklists":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"channel_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"channels":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false},"removal":{"type":"object","required":["address"],"properties":{"address":{"type":"string","minLength":1},"on_removal":{"type":"string","enum":["keep","delete","deactivate","disable","hard_delete"]}},"additionalProperties":false},"test":{"type":"object","required":["role"],"properties":{"name":{"type":"string","minLength":1},"role":{"type":"string","minLength":1},"in":{"type":"array","items":{"type":"string","minLength":1},"minItems":1,"uniqueItems":true},"own":{"type":"boolean"},"can":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"cannot":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false},"environment":{"type":"object","properties":{"target":{"$ref":"#/definitions/target"},"policy":{"$ref":"#/definitions/policy"},"external":{"$ref":"#/definitions/external"},"removed":{"type":"array","items":{"$ref":"#/definitions/removal"}},"tests":{"type":"array","items":{"$ref":"#/definitions/test"}},"app":{"type":"object"},"roles":{"type":["object","array"]},"permissions":{"type":"object"},"commands":{"type":"object"},"blocklists":{"type":"object"},"channel_types":{"type":"object"},"users":{"type":"object"},"channels":{"type":"object"},"without":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false},"waiver":{"type":"object","required":["code","address","reason","expires"],"properties":{"code":{"type":"string","enum":["CB01","CB02","CB03","CB04","CB05","CB06","CB07","CB08","CB09","CB10","CB11","CB12","CB13","CB14","CB15","CB16","CB17","CB18","CB19","CB20","CB21","CB22","CB23","DL01","DL02","DL03","DL04","DL05","DL06","SE01","SE02","SE03","SE04","SE05","SE06","SE07","SE08","SE09","SE10","SE11","SE12","SE13","SE14","AU01","AU02","AU03","EV01","EV02","EV03","EV04","EV05","OW01","OW02"]},"address":{"type":"string","minLength":1},"reason":{"type":"string","minLength":1},"expires":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$"}},"additionalProperties":false}}};
const schema7 = {"type":"object","properties":{"api_key":{"type":"string","minLength":1},"api_secret":{"type":"string","minLength":1},"base_url":{"type":"string","pattern":"^https?://\\S+$"},"app_id":{"type":"integer","minimum":1}},"additionalProperties":false};
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern0 = new RegExp("^https?://\\S+$", "u");

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "api_key") || (key0 === "api_secret")) || (key0 === "base_url")) || (key0 === "app_id"))){
validate22.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.api_key !== undefined){
let data0 = data.api_key;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func2(data0) < 1){
validate22.errors = [{instancePath:instancePath+"/api_key",schemaPath:"#/properties/api_key/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/api_key",schemaPath:"#/properties/api_key/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.api_secret !== undefined){
let data1 = data.api_secret;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func2(data1) < 1){
validate22.errors = [{instancePath:instancePath+"/api_secret",schemaPath:"#/properties/api_secret/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/api_secret",schemaPath:"#/properties/api_secret/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.base_url !== undefined){
let data2 = data.base_url;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(!pattern0.test(data2)){
validate22.errors = [{instancePath:instancePath+"/base_url",schemaPath:"#/properties/base_url/pattern",keyword:"pattern",params:{pattern: "^https?://\\S+$"}}];
return false;
}
}
else {
validate22.errors = [{instancePath:instancePath+"/base_url",schemaPath:"#/properties/base_url/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.app_id !== undefined){
let data3 = data.app_id;
const _errs8 = errors;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
validate22.errors = [{instancePath:instancePath+"/app_id",schemaPath:"#/properties/app_id/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(errors === _errs8){
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
validate22.errors = [{instancePath:instancePath+"/app_id",schemaPath:"#/properties/app_id/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}}];
return false;
}
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
validate22.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate22.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":"object","properties":{"allow_delete":{"type":"boolean"},"on_removal":{"type":"object","properties":{"roles":{"type":"string","enum":["delete","keep"]},"permissions":{"type":"string","enum":["delete","keep"]},"commands":{"type":"string","enum":["delete","keep"]},"blocklists":{"type":"string","enum":["delete","keep"]},"channel_types":{"type":"string","enum":["delete","keep"]},"users":{"type":"string","enum":["deactivate","keep","delete","hard_delete"]},"channels":{"type":"string","enum":["disable","keep","delete","hard_delete"]}},"additionalProperties":false},"verify_messages":{"type":"boolean"},"on_burned":{"type":"string","enum":["report","restore"]},"batch_channels":{"type":"boolean"},"assume_defaults":{"type":"string","enum":["2026-09-25"]},"max_share":{"type":"number","minimum":0.05,"maximum":1},"drift":{"type":"string","enum":["revert","report"]},"fail_on":{"type":"array","items":{"type":"string","enum":["CB","DL","SE","AU","EV","OW","CB01","CB02","CB03","CB04","CB05","CB06","CB07","CB08","CB09","CB10","CB11","CB12","CB13","CB14","CB15","CB16","CB17","CB18","CB19","CB20","CB21","CB22","CB23","DL01","DL02","DL03","DL04","DL05","DL06","SE01","SE02","SE03","SE04","SE05","SE06","SE07","SE08","SE09","SE10","SE11","SE12","SE13","SE14","AU01","AU02","AU03","EV01","EV02","EV03","EV04","EV05","OW01","OW02"]},"uniqueItems":true},"waivers":{"type":"array","items":{"$ref":"#/definitions/waiver"}}},"additionalProperties":false};
const func5 = Object.prototype.hasOwnProperty;
const schema9 = {"type":"object","required":["code","address","reason","expires"],"properties":{"code":{"type":"string","enum":["CB01","CB02","CB03","CB04","CB05","CB06","CB07","CB08","CB09","CB10","CB11","CB12","CB13","CB14","CB15","CB16","CB17","CB18","CB19","CB20","CB21","CB22","CB23","DL01","DL02","DL03","DL04","DL05","DL06","SE01","SE02","SE03","SE04","SE05","SE06","SE07","SE08","SE09","SE10","SE11","SE12","SE13","SE14","AU01","AU02","AU03","EV01","EV02","EV03","EV04","EV05","OW01","OW02"]},"address":{"type":"string","minLength":1},"reason":{"type":"string","minLength":1},"expires":{"type":"string","pattern":"^\\d{4}-\\d{2}-\\d{2}$"}},"additionalProperties":false};
const pattern1 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.code === undefined) && (missing0 = "code")) || ((data.address === undefined) && (missing0 = "address"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.expires === undefined) && (missing0 = "expires"))){
validate25.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "code") || (key0 === "address")) || (key0 === "reason")) || (key0 === "expires"))){
validate25.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
let data0 = data.code;
const _errs2 = errors;
if(typeof data0 !== "string"){
validate25.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((((((((((((((((((((((((((((((((((((((((((((((((data0 === "CB01") || (data0 === "CB02")) || (data0 === "CB03")) || (data0 === "CB04")) || (data0 === "CB05")) || (data0 === "CB06")) || (data0 === "CB07")) || (data0 === "CB08")) || (data0 === "CB09")) || (data0 === "CB10")) || (data0 === "CB11")) || (data0 === "CB12")) || (data0 === "CB13")) || (data0 === "CB14")) || (data0 === "CB15")) || (data0 === "CB16")) || (data0 === "CB17")) || (data0 === "CB18")) || (data0 === "CB19")) || (data0 === "CB20")) || (data0 === "CB21")) || (data0 === "CB22")) || (data0 === "CB23")) || (data0 === "DL01")) || (data0 === "DL02")) || (data0 === "DL03")) || (data0 === "DL04")) || (data0 === "DL05")) || (data0 === "DL06")) || (data0 === "SE01")) || (data0 === "SE02")) || (data0 === "SE03")) || (data0 === "SE04")) || (data0 === "SE05")) || (data0 === "SE06")) || (data0 === "SE07")) || (data0 === "SE08")) || (data0 === "SE09")) || (data0 === "SE10")) || (data0 === "SE11")) || (data0 === "SE12")) || (data0 === "SE13")) || (data0 === "SE14")) || (data0 === "AU01")) || (data0 === "AU02")) || (data0 === "AU03")) || (data0 === "EV01")) || (data0 === "EV02")) || (data0 === "EV03")) || (data0 === "EV04")) || (data0 === "EV05")) || (data0 === "OW01")) || (data0 === "OW02"))){
validate25.errors = [{instancePath:instancePath+"/code",schemaPath:"#/properties/code/enum",keyword:"enum",params:{allowedValues: schema9.properties.code.enum}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.address !== undefined){
let data1 = data.address;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func2(data1) < 1){
validate25.errors = [{instancePath:instancePath+"/address",schemaPath:"#/properties/address/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
let data2 = data.reason;
const _errs6 = errors;
if(errors === _errs6){
if(typeof data2 === "string"){
if(func2(data2) < 1){
validate25.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/reason",schemaPath:"#/properties/reason/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expires !== undefined){
let data3 = data.expires;
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(!pattern1.test(data3)){
validate25.errors = [{instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/pattern",keyword:"pattern",params:{pattern: "^\\d{4}-\\d{2}-\\d{2}$"}}];
return false;
}
}
else {
validate25.errors = [{instancePath:instancePath+"/expires",schemaPath:"#/properties/expires/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
validate25.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate25.errors = vErrors;
return errors === 0;
}


function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func5.call(schema8.properties, key0))){
validate24.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.allow_delete !== undefined){
const _errs2 = errors;
if(typeof data.allow_delete !== "boolean"){
validate24.errors = [{instancePath:instancePath+"/allow_delete",schemaPath:"#/properties/allow_delete/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.on_removal !== undefined){
let data1 = data.on_removal;
const _errs4 = errors;
if(errors === _errs4){
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
const _errs6 = errors;
for(const key1 in data1){
if(!(((((((key1 === "roles") || (key1 === "permissions")) || (key1 === "commands")) || (key1 === "blocklists")) || (key1 === "channel_types")) || (key1 === "users")) || (key1 === "channels"))){
validate24.errors = [{instancePath:instancePath+"/on_removal",schemaPath:"#/properties/on_removal/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1}}];
return false;
break;
}
}
if(_errs6 === errors){
if(data1.roles !== undefined){
let data2 = data1.roles;
const _errs7 = errors;
if(typeof data2 !== "string"){
validate24.errors = [{instancePath:instancePath+"/on_removal/roles",schemaPath:"#/properties/on_removal/properties/roles/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data2 === "delete") || (data2 === "keep"))){
validate24.errors = [{instancePath:instancePath+"/on_removal/roles",schemaPath:"#/properties/on_removal/properties/roles/enum",keyword:"enum",params:{allowedValues: schema8.properties.on_removal.properties.roles.enum}}];
return false;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.permissions !== undefined){
let data3 = data1.permissions;
const _errs9 = errors;
if(typeof data3 !== "string"){
validate24.errors = [{instancePath:instancePath+"/on_removal/permissions",schemaPath:"#/properties/on_removal/properties/permissions/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data3 === "delete") || (data3 === "keep"))){
validate24.errors = [{instancePath:instancePath+"/on_removal/permissions",schemaPath:"#/properties/on_removal/properties/permissions/enum",keyword:"enum",params:{allowedValues: schema8.properties.on_removal.properties.permissions.enum}}];
return false;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.commands !== undefined){
let data4 = data1.commands;
const _errs11 = errors;
if(typeof data4 !== "string"){
validate24.errors = [{instancePath:instancePath+"/on_removal/commands",schemaPath:"#/properties/on_removal/properties/commands/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data4 === "delete") || (data4 === "keep"))){
validate24.errors = [{instancePath:instancePath+"/on_removal/commands",schemaPath:"#/properties/on_removal/properties/commands/enum",keyword:"enum",params:{allowedValues: schema8.properties.on_removal.properties.commands.enum}}];
return false;
}
var valid1 = _errs11 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.blocklists !== undefined){
let data5 = data1.blocklists;
const _errs13 = errors;
if(typeof data5 !== "string"){
validate24.errors = [{instancePath:instancePath+"/on_removal/blocklists",schemaPath:"#/properties/on_removal/properties/blocklists/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data5 === "delete") || (data5 === "keep"))){
validate24.errors = [{instancePath:instancePath+"/on_removal/blocklists",schemaPath:"#/properties/on_removal/properties/blocklists/enum",keyword:"enum",params:{allowedValues: schema8.properties.on_removal.properties.blocklists.enum}}];
return false;
}
var valid1 = _errs13 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.channel_types !== undefined){
let data6 = data1.channel_types;
const _errs15 = errors;
if(typeof data6 !== "string"){
validate24.errors = [{instancePath:instancePath+"/on_removal/channel_types",schemaPath:"#/properties/on_removal/properties/channel_types/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data6 === "delete") || (data6 === "keep"))){
validate24.errors = [{instancePath:instancePath+"/on_removal/channel_types",schemaPath:"#/properties/on_removal/properties/channel_types/enum",keyword:"enum",params:{allowedValues: schema8.properties.on_removal.properties.channel_types.enum}}];
return false;
}
var valid1 = _errs15 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.users !== undefined){
let data7 = data1.users;
const _errs17 = errors;
if(typeof data7 !== "string"){
validate24.errors = [{instancePath:instancePath+"/on_removal/users",schemaPath:"#/properties/on_removal/properties/users/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data7 === "deactivate") || (data7 === "keep")) || (data7 === "delete")) || (data7 === "hard_delete"))){
validate24.errors = [{instancePath:instancePath+"/on_removal/users",schemaPath:"#/properties/on_removal/properties/users/enum",keyword:"enum",params:{allowedValues: schema8.properties.on_removal.properties.users.enum}}];
return false;
}
var valid1 = _errs17 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data1.channels !== undefined){
let data8 = data1.channels;
const _errs19 = errors;
if(typeof data8 !== "string"){
validate24.errors = [{instancePath:instancePath+"/on_removal/channels",schemaPath:"#/properties/on_removal/properties/channels/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((((data8 === "disable") || (data8 === "keep")) || (data8 === "delete")) || (data8 === "hard_delete"))){
validate24.errors = [{instancePath:instancePath+"/on_removal/channels",schemaPath:"#/properties/on_removal/properties/channels/enum",keyword:"enum",params:{allowedValues: schema8.properties.on_removal.properties.channels.enum}}];
return false;
}
var valid1 = _errs19 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/on_removal",schemaPath:"#/properties/on_removal/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verify_messages !== undefined){
const _errs21 = errors;
if(typeof data.verify_messages !== "boolean"){
validate24.errors = [{instancePath:instancePath+"/verify_messages",schemaPath:"#/properties/verify_messages/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.on_burned !== undefined){
let data10 = data.on_burned;
const _errs23 = errors;
if(typeof data10 !== "string"){
validate24.errors = [{instancePath:instancePath+"/on_burned",schemaPath:"#/properties/on_burned/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data10 === "report") || (data10 === "restore"))){
validate24.errors = [{instancePath:instancePath+"/on_burned",schemaPath:"#/properties/on_burned/enum",keyword:"enum",params:{allowedValues: schema8.properties.on_burned.enum}}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.batch_channels !== undefined){
const _errs25 = errors;
if(typeof data.batch_channels !== "boolean"){
validate24.errors = [{instancePath:instancePath+"/batch_channels",schemaPath:"#/properties/batch_channels/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.assume_defaults !== undefined){
let data12 = data.assume_defaults;
const _errs27 = errors;
if(typeof data12 !== "string"){
validate24.errors = [{instancePath:instancePath+"/assume_defaults",schemaPath:"#/properties/assume_defaults/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(data12 === "2026-09-25")){
validate24.errors = [{instancePath:instancePath+"/assume_defaults",schemaPath:"#/properties/assume_defaults/enum",keyword:"enum",params:{allowedValues: schema8.properties.assume_defaults.enum}}];
return false;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.max_share !== undefined){
let data13 = data.max_share;
const _errs29 = errors;
if(errors === _errs29){
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 1 || isNaN(data13)){
validate24.errors = [{instancePath:instancePath+"/max_share",schemaPath:"#/properties/max_share/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1}}];
return false;
}
else {
if(data13 < 0.05 || isNaN(data13)){
validate24.errors = [{instancePath:instancePath+"/max_share",schemaPath:"#/properties/max_share/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0.05}}];
return false;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/max_share",schemaPath:"#/properties/max_share/type",keyword:"type",params:{type: "number"}}];
return false;
}
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.drift !== undefined){
let data14 = data.drift;
const _errs31 = errors;
if(typeof data14 !== "string"){
validate24.errors = [{instancePath:instancePath+"/drift",schemaPath:"#/properties/drift/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!((data14 === "revert") || (data14 === "report"))){
validate24.errors = [{instancePath:instancePath+"/drift",schemaPath:"#/properties/drift/enum",keyword:"enum",params:{allowedValues: schema8.properties.drift.enum}}];
return false;
}
var valid0 = _errs31 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fail_on !== undefined){
let data15 = data.fail_on;
const _errs33 = errors;
if(errors === _errs33){
if(Array.isArray(data15)){
var valid2 = true;
const len0 = data15.length;
for(let i0=0; i0<len0; i0++){
let data16 = data15[i0];
const _errs35 = errors;
if(typeof data16 !== "string"){
validate24.errors = [{instancePath:instancePath+"/fail_on/" + i0,schemaPath:"#/properties/fail_on/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((data16 === "CB") || (data16 === "DL")) || (data16 === "SE")) || (data16 === "AU")) || (data16 === "EV")) || (data16 === "OW")) || (data16 === "CB01")) || (data16 === "CB02")) || (data16 === "CB03")) || (data16 === "CB04")) || (data16 === "CB05")) || (data16 === "CB06")) || (data16 === "CB07")) || (data16 === "CB08")) || (data16 === "CB09")) || (data16 === "CB10")) || (data16 === "CB11")) || (data16 === "CB12")) || (data16 === "CB13")) || (data16 === "CB14")) || (data16 === "CB15")) || (data16 === "CB16")) || (data16 === "CB17")) || (data16 === "CB18")) || (data16 === "CB19")) || (data16 === "CB20")) || (data16 === "CB21")) || (data16 === "CB22")) || (data16 === "CB23")) || (data16 === "DL01")) || (data16 === "DL02")) || (data16 === "DL03")) || (data16 === "DL04")) || (data16 === "DL05")) || (data16 === "DL06")) || (data16 === "SE01")) || (data16 === "SE02")) || (data16 === "SE03")) || (data16 === "SE04")) || (data16 === "SE05")) || (data16 === "SE06")) || (data16 === "SE07")) || (data16 === "SE08")) || (data16 === "SE09")) || (data16 === "SE10")) || (data16 === "SE11")) || (data16 === "SE12")) || (data16 === "SE13")) || (data16 === "SE14")) || (data16 === "AU01")) || (data16 === "AU02")) || (data16 === "AU03")) || (data16 === "EV01")) || (data16 === "EV02")) || (data16 === "EV03")) || (data16 === "EV04")) || (data16 === "EV05")) || (data16 === "OW01")) || (data16 === "OW02"))){
validate24.errors = [{instancePath:instancePath+"/fail_on/" + i0,schemaPath:"#/properties/fail_on/items/enum",keyword:"enum",params:{allowedValues: schema8.properties.fail_on.items.enum}}];
return false;
}
var valid2 = _errs35 === errors;
if(!valid2){
break;
}
}
if(valid2){
let i1 = data15.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data15[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate24.errors = [{instancePath:instancePath+"/fail_on",schemaPath:"#/properties/fail_on/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/fail_on",schemaPath:"#/properties/fail_on/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.waivers !== undefined){
let data17 = data.waivers;
const _errs37 = errors;
if(errors === _errs37){
if(Array.isArray(data17)){
var valid4 = true;
const len1 = data17.length;
for(let i2=0; i2<len1; i2++){
const _errs39 = errors;
if(!(validate25(data17[i2], {instancePath:instancePath+"/waivers/" + i2,parentData:data17,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
var valid4 = _errs39 === errors;
if(!valid4){
break;
}
}
}
else {
validate24.errors = [{instancePath:instancePath+"/waivers",schemaPath:"#/properties/waivers/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate24.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate24.errors = vErrors;
return errors === 0;
}

const schema10 = {"type":"object","properties":{"users":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"roles":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"permissions":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"commands":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"blocklists":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"channel_types":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"channels":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "users") || (key0 === "roles")) || (key0 === "permissions")) || (key0 === "commands")) || (key0 === "blocklists")) || (key0 === "channel_types")) || (key0 === "channels"))){
validate28.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.users !== undefined){
let data0 = data.users;
const _errs2 = errors;
if(errors === _errs2){
if(Array.isArray(data0)){
var valid1 = true;
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
let data1 = data0[i0];
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func2(data1) < 1){
validate28.errors = [{instancePath:instancePath+"/users/" + i0,schemaPath:"#/properties/users/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/users/" + i0,schemaPath:"#/properties/users/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs4 === errors;
if(!valid1){
break;
}
}
if(valid1){
let i1 = data0.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data0[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate28.errors = [{instancePath:instancePath+"/users",schemaPath:"#/properties/users/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/users",schemaPath:"#/properties/users/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.roles !== undefined){
let data2 = data.roles;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data2)){
var valid3 = true;
const len1 = data2.length;
for(let i2=0; i2<len1; i2++){
let data3 = data2[i2];
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(func2(data3) < 1){
validate28.errors = [{instancePath:instancePath+"/roles/" + i2,schemaPath:"#/properties/roles/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/roles/" + i2,schemaPath:"#/properties/roles/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs8 === errors;
if(!valid3){
break;
}
}
if(valid3){
let i3 = data2.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data2[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate28.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break;
}
indices1[item1] = i3;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.permissions !== undefined){
let data4 = data.permissions;
const _errs10 = errors;
if(errors === _errs10){
if(Array.isArray(data4)){
var valid5 = true;
const len2 = data4.length;
for(let i4=0; i4<len2; i4++){
let data5 = data4[i4];
const _errs12 = errors;
if(errors === _errs12){
if(typeof data5 === "string"){
if(func2(data5) < 1){
validate28.errors = [{instancePath:instancePath+"/permissions/" + i4,schemaPath:"#/properties/permissions/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/permissions/" + i4,schemaPath:"#/properties/permissions/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs12 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i5 = data4.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data4[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate28.errors = [{instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices2[item2] = i5;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commands !== undefined){
let data6 = data.commands;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data6)){
var valid7 = true;
const len3 = data6.length;
for(let i6=0; i6<len3; i6++){
let data7 = data6[i6];
const _errs16 = errors;
if(errors === _errs16){
if(typeof data7 === "string"){
if(func2(data7) < 1){
validate28.errors = [{instancePath:instancePath+"/commands/" + i6,schemaPath:"#/properties/commands/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/commands/" + i6,schemaPath:"#/properties/commands/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid7 = _errs16 === errors;
if(!valid7){
break;
}
}
if(valid7){
let i7 = data6.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data6[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
validate28.errors = [{instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3}}];
return false;
break;
}
indices3[item3] = i7;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocklists !== undefined){
let data8 = data.blocklists;
const _errs18 = errors;
if(errors === _errs18){
if(Array.isArray(data8)){
var valid9 = true;
const len4 = data8.length;
for(let i8=0; i8<len4; i8++){
let data9 = data8[i8];
const _errs20 = errors;
if(errors === _errs20){
if(typeof data9 === "string"){
if(func2(data9) < 1){
validate28.errors = [{instancePath:instancePath+"/blocklists/" + i8,schemaPath:"#/properties/blocklists/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/blocklists/" + i8,schemaPath:"#/properties/blocklists/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid9 = _errs20 === errors;
if(!valid9){
break;
}
}
if(valid9){
let i9 = data8.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data8[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
validate28.errors = [{instancePath:instancePath+"/blocklists",schemaPath:"#/properties/blocklists/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4}}];
return false;
break;
}
indices4[item4] = i9;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/blocklists",schemaPath:"#/properties/blocklists/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channel_types !== undefined){
let data10 = data.channel_types;
const _errs22 = errors;
if(errors === _errs22){
if(Array.isArray(data10)){
var valid11 = true;
const len5 = data10.length;
for(let i10=0; i10<len5; i10++){
let data11 = data10[i10];
const _errs24 = errors;
if(errors === _errs24){
if(typeof data11 === "string"){
if(func2(data11) < 1){
validate28.errors = [{instancePath:instancePath+"/channel_types/" + i10,schemaPath:"#/properties/channel_types/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/channel_types/" + i10,schemaPath:"#/properties/channel_types/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid11 = _errs24 === errors;
if(!valid11){
break;
}
}
if(valid11){
let i11 = data10.length;
let j5;
if(i11 > 1){
const indices5 = {};
for(;i11--;){
let item5 = data10[i11];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j5 = indices5[item5];
validate28.errors = [{instancePath:instancePath+"/channel_types",schemaPath:"#/properties/channel_types/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5}}];
return false;
break;
}
indices5[item5] = i11;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/channel_types",schemaPath:"#/properties/channel_types/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channels !== undefined){
let data12 = data.channels;
const _errs26 = errors;
if(errors === _errs26){
if(Array.isArray(data12)){
var valid13 = true;
const len6 = data12.length;
for(let i12=0; i12<len6; i12++){
let data13 = data12[i12];
const _errs28 = errors;
if(errors === _errs28){
if(typeof data13 === "string"){
if(func2(data13) < 1){
validate28.errors = [{instancePath:instancePath+"/channels/" + i12,schemaPath:"#/properties/channels/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate28.errors = [{instancePath:instancePath+"/channels/" + i12,schemaPath:"#/properties/channels/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid13 = _errs28 === errors;
if(!valid13){
break;
}
}
if(valid13){
let i13 = data12.length;
let j6;
if(i13 > 1){
const indices6 = {};
for(;i13--;){
let item6 = data12[i13];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j6 = indices6[item6];
validate28.errors = [{instancePath:instancePath+"/channels",schemaPath:"#/properties/channels/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6}}];
return false;
break;
}
indices6[item6] = i13;
}
}
}
}
else {
validate28.errors = [{instancePath:instancePath+"/channels",schemaPath:"#/properties/channels/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate28.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate28.errors = vErrors;
return errors === 0;
}

const schema11 = {"type":"object","required":["address"],"properties":{"address":{"type":"string","minLength":1},"on_removal":{"type":"string","enum":["keep","delete","deactivate","disable","hard_delete"]}},"additionalProperties":false};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.address === undefined) && (missing0 = "address")){
validate30.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "address") || (key0 === "on_removal"))){
validate30.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.address !== undefined){
let data0 = data.address;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func2(data0) < 1){
validate30.errors = [{instancePath:instancePath+"/address",schemaPath:"#/properties/address/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate30.errors = [{instancePath:instancePath+"/address",schemaPath:"#/properties/address/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.on_removal !== undefined){
let data1 = data.on_removal;
const _errs4 = errors;
if(typeof data1 !== "string"){
validate30.errors = [{instancePath:instancePath+"/on_removal",schemaPath:"#/properties/on_removal/type",keyword:"type",params:{type: "string"}}];
return false;
}
if(!(((((data1 === "keep") || (data1 === "delete")) || (data1 === "deactivate")) || (data1 === "disable")) || (data1 === "hard_delete"))){
validate30.errors = [{instancePath:instancePath+"/on_removal",schemaPath:"#/properties/on_removal/enum",keyword:"enum",params:{allowedValues: schema11.properties.on_removal.enum}}];
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
validate30.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate30.errors = vErrors;
return errors === 0;
}

const schema12 = {"type":"object","required":["role"],"properties":{"name":{"type":"string","minLength":1},"role":{"type":"string","minLength":1},"in":{"type":"array","items":{"type":"string","minLength":1},"minItems":1,"uniqueItems":true},"own":{"type":"boolean"},"can":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true},"cannot":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.role === undefined) && (missing0 = "role")){
validate32.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "name") || (key0 === "role")) || (key0 === "in")) || (key0 === "own")) || (key0 === "can")) || (key0 === "cannot"))){
validate32.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined){
let data0 = data.name;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data0 === "string"){
if(func2(data0) < 1){
validate32.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.role !== undefined){
let data1 = data.role;
const _errs4 = errors;
if(errors === _errs4){
if(typeof data1 === "string"){
if(func2(data1) < 1){
validate32.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/role",schemaPath:"#/properties/role/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.in !== undefined){
let data2 = data.in;
const _errs6 = errors;
if(errors === _errs6){
if(Array.isArray(data2)){
if(data2.length < 1){
validate32.errors = [{instancePath:instancePath+"/in",schemaPath:"#/properties/in/minItems",keyword:"minItems",params:{limit: 1}}];
return false;
}
else {
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs8 = errors;
if(errors === _errs8){
if(typeof data3 === "string"){
if(func2(data3) < 1){
validate32.errors = [{instancePath:instancePath+"/in/" + i0,schemaPath:"#/properties/in/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/in/" + i0,schemaPath:"#/properties/in/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs8 === errors;
if(!valid1){
break;
}
}
if(valid1){
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate32.errors = [{instancePath:instancePath+"/in",schemaPath:"#/properties/in/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/in",schemaPath:"#/properties/in/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.own !== undefined){
const _errs10 = errors;
if(typeof data.own !== "boolean"){
validate32.errors = [{instancePath:instancePath+"/own",schemaPath:"#/properties/own/type",keyword:"type",params:{type: "boolean"}}];
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.can !== undefined){
let data5 = data.can;
const _errs12 = errors;
if(errors === _errs12){
if(Array.isArray(data5)){
var valid3 = true;
const len1 = data5.length;
for(let i2=0; i2<len1; i2++){
let data6 = data5[i2];
const _errs14 = errors;
if(errors === _errs14){
if(typeof data6 === "string"){
if(func2(data6) < 1){
validate32.errors = [{instancePath:instancePath+"/can/" + i2,schemaPath:"#/properties/can/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/can/" + i2,schemaPath:"#/properties/can/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs14 === errors;
if(!valid3){
break;
}
}
if(valid3){
let i3 = data5.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data5[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
validate32.errors = [{instancePath:instancePath+"/can",schemaPath:"#/properties/can/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1}}];
return false;
break;
}
indices1[item1] = i3;
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/can",schemaPath:"#/properties/can/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cannot !== undefined){
let data7 = data.cannot;
const _errs16 = errors;
if(errors === _errs16){
if(Array.isArray(data7)){
var valid5 = true;
const len2 = data7.length;
for(let i4=0; i4<len2; i4++){
let data8 = data7[i4];
const _errs18 = errors;
if(errors === _errs18){
if(typeof data8 === "string"){
if(func2(data8) < 1){
validate32.errors = [{instancePath:instancePath+"/cannot/" + i4,schemaPath:"#/properties/cannot/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate32.errors = [{instancePath:instancePath+"/cannot/" + i4,schemaPath:"#/properties/cannot/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid5 = _errs18 === errors;
if(!valid5){
break;
}
}
if(valid5){
let i5 = data7.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data7[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
validate32.errors = [{instancePath:instancePath+"/cannot",schemaPath:"#/properties/cannot/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2}}];
return false;
break;
}
indices2[item2] = i5;
}
}
}
}
else {
validate32.errors = [{instancePath:instancePath+"/cannot",schemaPath:"#/properties/cannot/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
validate32.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate32.errors = vErrors;
return errors === 0;
}

const schema13 = {"type":"object","properties":{"target":{"$ref":"#/definitions/target"},"policy":{"$ref":"#/definitions/policy"},"external":{"$ref":"#/definitions/external"},"removed":{"type":"array","items":{"$ref":"#/definitions/removal"}},"tests":{"type":"array","items":{"$ref":"#/definitions/test"}},"app":{"type":"object"},"roles":{"type":["object","array"]},"permissions":{"type":"object"},"commands":{"type":"object"},"blocklists":{"type":"object"},"channel_types":{"type":"object"},"users":{"type":"object"},"channels":{"type":"object"},"without":{"type":"array","items":{"type":"string","minLength":1},"uniqueItems":true}},"additionalProperties":false};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func5.call(schema13.properties, key0))){
validate34.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.target !== undefined){
const _errs2 = errors;
if(!(validate22(data.target, {instancePath:instancePath+"/target",parentData:data,parentDataProperty:"target",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy !== undefined){
const _errs3 = errors;
if(!(validate24(data.policy, {instancePath:instancePath+"/policy",parentData:data,parentDataProperty:"policy",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.external !== undefined){
const _errs4 = errors;
if(!(validate28(data.external, {instancePath:instancePath+"/external",parentData:data,parentDataProperty:"external",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.removed !== undefined){
let data3 = data.removed;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data3)){
var valid1 = true;
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
const _errs7 = errors;
if(!(validate30(data3[i0], {instancePath:instancePath+"/removed/" + i0,parentData:data3,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/removed",schemaPath:"#/properties/removed/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tests !== undefined){
let data5 = data.tests;
const _errs8 = errors;
if(errors === _errs8){
if(Array.isArray(data5)){
var valid2 = true;
const len1 = data5.length;
for(let i1=0; i1<len1; i1++){
const _errs10 = errors;
if(!(validate32(data5[i1], {instancePath:instancePath+"/tests/" + i1,parentData:data5,parentDataProperty:i1,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid2 = _errs10 === errors;
if(!valid2){
break;
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.app !== undefined){
let data7 = data.app;
const _errs11 = errors;
if(!(data7 && typeof data7 == "object" && !Array.isArray(data7))){
validate34.errors = [{instancePath:instancePath+"/app",schemaPath:"#/properties/app/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.roles !== undefined){
let data8 = data.roles;
const _errs13 = errors;
if(!data8 || typeof data8 != "object"){
validate34.errors = [{instancePath:instancePath+"/roles",schemaPath:"#/properties/roles/type",keyword:"type",params:{type: schema13.properties.roles.type}}];
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.permissions !== undefined){
let data9 = data.permissions;
const _errs15 = errors;
if(!(data9 && typeof data9 == "object" && !Array.isArray(data9))){
validate34.errors = [{instancePath:instancePath+"/permissions",schemaPath:"#/properties/permissions/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.commands !== undefined){
let data10 = data.commands;
const _errs17 = errors;
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
validate34.errors = [{instancePath:instancePath+"/commands",schemaPath:"#/properties/commands/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.blocklists !== undefined){
let data11 = data.blocklists;
const _errs19 = errors;
if(!(data11 && typeof data11 == "object" && !Array.isArray(data11))){
validate34.errors = [{instancePath:instancePath+"/blocklists",schemaPath:"#/properties/blocklists/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channel_types !== undefined){
let data12 = data.channel_types;
const _errs21 = errors;
if(!(data12 && typeof data12 == "object" && !Array.isArray(data12))){
validate34.errors = [{instancePath:instancePath+"/channel_types",schemaPath:"#/properties/channel_types/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.users !== undefined){
let data13 = data.users;
const _errs23 = errors;
if(!(data13 && typeof data13 == "object" && !Array.isArray(data13))){
validate34.errors = [{instancePath:instancePath+"/users",schemaPath:"#/properties/users/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.channels !== undefined){
let data14 = data.channels;
const _errs25 = errors;
if(!(data14 && typeof data14 == "object" && !Array.isArray(data14))){
validate34.errors = [{instancePath:instancePath+"/channels",schemaPath:"#/properties/channels/type",keyword:"type",params:{type: "object"}}];
return false;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.without !== undefined){
let data15 = data.without;
const _errs27 = errors;
if(errors === _errs27){
if(Array.isArray(data15)){
var valid3 = true;
const len2 = data15.length;
for(let i2=0; i2<len2; i2++){
let data16 = data15[i2];
const _errs29 = errors;
if(errors === _errs29){
if(typeof data16 === "string"){
if(func2(data16) < 1){
validate34.errors = [{instancePath:instancePath+"/without/" + i2,schemaPath:"#/properties/without/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate34.errors = [{instancePath:instancePath+"/without/" + i2,schemaPath:"#/properties/without/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid3 = _errs29 === errors;
if(!valid3){
break;
}
}
if(valid3){
let i3 = data15.length;
let j0;
if(i3 > 1){
const indices0 = {};
for(;i3--;){
let item0 = data15[i3];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate34.errors = [{instancePath:instancePath+"/without",schemaPath:"#/properties/without/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j0}}];
return false;
break;
}
indices0[item0] = i3;
}
}
}
}
else {
validate34.errors = [{instancePath:instancePath+"/without",schemaPath:"#/properties/without/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
validate34.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate34.errors = vErrors;
return errors === 0;
}

const pattern2 = new RegExp("^[\\w.-]{1,64}$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
/*# sourceURL="https://chat-config.dev/schemas/settings.schema.json" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.version === undefined) && (missing0 = "version")){
validate21.errors = [{instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: missing0}}];
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "version") || (key0 === "target")) || (key0 === "include")) || (key0 === "policy")) || (key0 === "external")) || (key0 === "removed")) || (key0 === "tests")) || (key0 === "environments"))){
validate21.errors = [{instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}}];
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
let data0 = data.version;
const _errs2 = errors;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
validate21.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/type",keyword:"type",params:{type: "integer"}}];
return false;
}
if(1 !== data0){
validate21.errors = [{instancePath:instancePath+"/version",schemaPath:"#/properties/version/const",keyword:"const",params:{allowedValue: 1}}];
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.target !== undefined){
const _errs4 = errors;
if(!(validate22(data.target, {instancePath:instancePath+"/target",parentData:data,parentDataProperty:"target",rootData}))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.include !== undefined){
let data2 = data.include;
const _errs5 = errors;
if(errors === _errs5){
if(Array.isArray(data2)){
var valid1 = true;
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
const _errs7 = errors;
if(errors === _errs7){
if(typeof data3 === "string"){
if(func2(data3) < 1){
validate21.errors = [{instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/minLength",keyword:"minLength",params:{limit: 1}}];
return false;
}
}
else {
validate21.errors = [{instancePath:instancePath+"/include/" + i0,schemaPath:"#/properties/include/items/type",keyword:"type",params:{type: "string"}}];
return false;
}
}
var valid1 = _errs7 === errors;
if(!valid1){
break;
}
}
if(valid1){
let i1 = data2.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data2[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
validate21.errors = [{instancePath:instancePath+"/include",schemaPath:"#/properties/include/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0}}];
return false;
break;
}
indices0[item0] = i1;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/include",schemaPath:"#/properties/include/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.policy !== undefined){
const _errs9 = errors;
if(!(validate24(data.policy, {instancePath:instancePath+"/policy",parentData:data,parentDataProperty:"policy",rootData}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.external !== undefined){
const _errs10 = errors;
if(!(validate28(data.external, {instancePath:instancePath+"/external",parentData:data,parentDataProperty:"external",rootData}))){
vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
errors = vErrors.length;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.removed !== undefined){
let data6 = data.removed;
const _errs11 = errors;
if(errors === _errs11){
if(Array.isArray(data6)){
var valid3 = true;
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
const _errs13 = errors;
if(!(validate30(data6[i2], {instancePath:instancePath+"/removed/" + i2,parentData:data6,parentDataProperty:i2,rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
var valid3 = _errs13 === errors;
if(!valid3){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/removed",schemaPath:"#/properties/removed/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tests !== undefined){
let data8 = data.tests;
const _errs14 = errors;
if(errors === _errs14){
if(Array.isArray(data8)){
var valid4 = true;
const len2 = data8.length;
for(let i3=0; i3<len2; i3++){
const _errs16 = errors;
if(!(validate32(data8[i3], {instancePath:instancePath+"/tests/" + i3,parentData:data8,parentDataProperty:i3,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
var valid4 = _errs16 === errors;
if(!valid4){
break;
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/tests",schemaPath:"#/properties/tests/type",keyword:"type",params:{type: "array"}}];
return false;
}
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.environments !== undefined){
let data10 = data.environments;
const _errs17 = errors;
if(errors === _errs17){
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key1 in data10){
const _errs19 = errors;
if(typeof key1 === "string"){
if(!pattern2.test(key1)){
const err0 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[\\w.-]{1,64}$"},propertyName:key1};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid5 = _errs19 === errors;
if(!valid5){
const err1 = {instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/propertyNames",keyword:"propertyNames",params:{propertyName: key1}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
validate21.errors = vErrors;
return false;
break;
}
}
if(valid5){
for(const key2 in data10){
const _errs21 = errors;
if(!(validate34(data10[key2], {instancePath:instancePath+"/environments/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data10,parentDataProperty:key2,rootData}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
var valid6 = _errs21 === errors;
if(!valid6){
break;
}
}
}
}
else {
validate21.errors = [{instancePath:instancePath+"/environments",schemaPath:"#/properties/environments/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
validate21.errors = [{instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}}];
return false;
}
}
validate21.errors = vErrors;
return errors === 0;
}

