using System.Text.Json;
using Seaworthy.Model.Declared.Policies;
using Seaworthy.Rules.Custom;

namespace Seaworthy.Engine.Configuring;

/// <summary>Files of a team's own rules for editors, <c>docs/custom-rules.schema.json</c>. Written by <c>eng/docs</c>, never by hand.</summary>
/// <remarks>Source: JSON Schema draft 2020-12; what a plain scalar of YAML is to an editor (a number, a truth value) is text to the reader.</remarks>
public static class PolicySchema
{
    private const string Number =
        """{ "anyOf": [{ "type": "number" }, { "type": "string", "pattern": "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)$" }] }""";

    private static IEnumerable<KeyValuePair<string, IReadOnlyList<PolicyProperty>>> Subjects => PolicyVocabulary.Subjects;

    public static void Write(TextWriter output) => SchemaText.Write(Text, output);

    private static string Text =>
        $$"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Rules of your own for Seaworthy",
              "description": "A file that 'custom' of seaworthy.yaml names: docs/custom-rules.md. The audit refuses besides what no schema can say: one id in two rules, and conditions more than eight deep.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "rules": { "type": "array", "items": { "$ref": "#/$defs/rule" } }
              },
              "$defs": {
                "rule": {
                  "type": "object",
                  "required": ["id", "title", "area", "severity", "subject", "require", "rationale"],
                  "additionalProperties": false,
                  "properties": {
                    "id": {
                      "description": "Small letters with dashes; reports call it custom/ID.",
                      "type": ["string", "integer", "boolean"],
                      "pattern": "^\\s*[a-z0-9]+(-[a-z0-9]+)*\\s*$",
                      "minimum": 0
                    },
                    "title": { "description": "A few words.", "$ref": "#/$defs/text" },
                    "area": { "description": "Where it counts in the score.", "enum": [{{SchemaText.Quoted(SettingsVocabulary.Areas)}}] },
                    "severity": { "description": "How bad it is.", "enum": [{{SchemaText.Quoted(SettingsVocabulary.All.Severities)}}] },
                    "outcome": { "description": "What a subject is that does not keep the rule.", "enum": ["fail", "warn"], "default": "fail" },
                    "subject": { "description": "What it is asked of.", "enum": [{{SchemaText.Quoted(
                Subjects.Select(subject => subject.Key)
            )}}] },
                    "where": { "description": "Of which subjects it is asked; of all without it." },
                    "require": { "description": "What must be true of each." },
                    "message": { "description": "One sentence; {property} stands for its value.", "$ref": "#/$defs/text" },
                    "rationale": { "description": "What happens to somebody because of it.", "$ref": "#/$defs/text" },
                    "remedy": { "description": "What to change, in one sentence; {property} stands for its value.", "$ref": "#/$defs/text" }
                  },
                  "allOf": [
                    {{string.Join(",\n        ", Subjects.Select(ForSubject))}}
                  ]
                },
            {{string.Join(",\n", Subjects.Select(Conditions))}},
                "text": { "type": ["string", "number", "boolean"], "pattern": "\\S" },
                "pattern": {
                  "description": "* stands for any letters; the case does not matter.",
                  "anyOf": [{ "$ref": "#/$defs/text" }, { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/text" } }]
                },
                "textTest": {
                  "anyOf": [
                    { "description": "Whether there is a value.", "enum": ["exists", "absent"] },
                    { "$ref": "#/$defs/pattern" },
                    {
                      "type": "object",
                      "minProperties": 1,
                      "additionalProperties": false,
                      "properties": { "is": { "$ref": "#/$defs/pattern" }, "not": { "$ref": "#/$defs/pattern" } }
                    }
                  ]
                },
                "numberTest": {
                  "anyOf": [
                    { "description": "Whether there is a value.", "enum": ["exists", "absent"] },
                    { "$ref": "#/$defs/pattern" },
                    {
                      "type": "object",
                      "minProperties": 1,
                      "additionalProperties": false,
                      "properties": {
                        "is": { "$ref": "#/$defs/pattern" },
                        "not": { "$ref": "#/$defs/pattern" },
                        "above": {{Number}},
                        "below": {{Number}},
                        "at-least": {{Number}},
                        "at-most": {{Number}}
                      }
                    }
                  ]
                }
              }
            }
            """;

    private static string ForSubject(KeyValuePair<string, IReadOnlyList<PolicyProperty>> subject) =>
        $$$"""
            {
                      "if": { "required": ["subject"], "properties": { "subject": { "const": "{{{subject.Key}}}" } } },
                      "then": {
                        "properties": {
                          "where": { "$ref": "#/$defs/{{{subject.Key}}}" },
                          "require": { "$ref": "#/$defs/{{{subject.Key}}}" },
                          "message": { "pattern": "^(?![\\s\\S]*\\{(?!({{{string.Join(
                '|',
                subject.Value.Select(property => property.Name)
            )}}})\\})[^{}]*\\})" }
                        }
                      }
                    }
            """;

    private static string Conditions(KeyValuePair<string, IReadOnlyList<PolicyProperty>> subject) =>
        $$"""
                "{{subject.Key}}": {
                  "description": "A condition: all that stands in it must hold.",
                  "type": "object",
                  "minProperties": 1,
                  "additionalProperties": false,
                  "properties": {
                    {{string.Join(
            ",\n        ",
            subject.Value.Select(property =>
                $$"""
                "{{property.Name}}": { "description": "{{JsonEncodedText.Encode(property.Description, Reporting.JsonWriting.Options.Encoder)}}", "$ref": "#/$defs/{{(
                    property.IsNumber ? "numberTest" : "textTest"
                )}}" }
                """
            )
        )}},
                    "all": { "description": "Each of them holds.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/{{subject.Key}}" } },
                    "any": { "description": "One of them holds at least.", "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/{{subject.Key}}" } },
                    "not": { "description": "It does not hold.", "$ref": "#/$defs/{{subject.Key}}" }
                  }
                }
            """;
}
