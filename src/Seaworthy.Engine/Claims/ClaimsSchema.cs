using Seaworthy.Engine.Configuring;

namespace Seaworthy.Engine.Claims;

/// <summary>The file that <c>seaworthy check</c> reads, for programs that write one: <c>docs/claims.schema.json</c>. Written by <c>eng/docs</c>, never by hand.</summary>
/// <remarks>Source: JSON Schema draft 2020-12.</remarks>
public static class ClaimsSchema
{
    public static void Write(TextWriter output) => SchemaText.Write(Text, output);

    private static string Text =>
        $$"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Claims for Seaworthy",
              "description": "What somebody who read a repository says is wrong with it. 'seaworthy check' confirms or refutes each claim, or leaves it open.",
              "type": "object",
              "required": ["claims"],
              "properties": {
                "claims": { "type": "array", "maxItems": {{ClaimFile.MostClaims}}, "items": { "$ref": "#/$defs/claim" } }
              },
              "$defs": {
                "claim": {
                  "type": "object",
                  "required": ["kind", "text", "places"],
                  "properties": {
                    "id": { "description": "A name of your own, to find the answer again.", "type": "string", "maxLength": {{ClaimFile.LongestId}} },
                    "kind": { "anyOf": [{{string.Join(", ", ClaimKinds.All.Select(Kind))}}] },
                    "text": { "description": "What breaks, in a sentence.", "type": "string", "minLength": 1, "maxLength": {{ClaimFile.LongestText}} },
                    "places": {
                      "description": "Every side of the contradiction; for what is missing, the line that needs it.",
                      "type": "array",
                      "minItems": 1,
                      "maxItems": {{ClaimFile.MostOfOne}},
                      "items": { "$ref": "#/$defs/place" }
                    },
                    "values": {
                      "description": "The names or values it is about, as the files write them; the most important first. For path-missing: the path, from the root of the repository.",
                      "type": "array",
                      "maxItems": {{ClaimFile.MostOfOne}},
                      "items": { "type": "string" }
                    },
                    "rule": { "description": "The rule whose question it is, such as that of an UNKNOWN of the audit.", "type": "string" },
                    "severity": { "description": "How bad you take it to be.", "enum": [{{SchemaText.Quoted(
                SettingsVocabulary.All.Severities
            )}}] }
                  }
                },
                "place": {
                  "type": "object",
                  "required": ["path"],
                  "properties": {
                    "path": { "description": "From the root of the repository.", "type": "string", "minLength": 1, "maxLength": {{ClaimFile.LongestPath}} },
                    "line": { "description": "From 1; none for the whole file.", "type": "integer", "minimum": 1 },
                    "quote": { "description": "The text of the line.", "type": "string" }
                  }
                }
              }
            }
            """;

    private static string Kind(ClaimKind kind) => $$"""{ "const": "{{kind.Name}}", "description": "{{kind.Meaning}}" }""";
}
