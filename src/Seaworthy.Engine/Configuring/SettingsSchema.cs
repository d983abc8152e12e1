namespace Seaworthy.Engine.Configuring;

/// <summary>The configuration for editors, <c>docs/seaworthy.schema.json</c>. Written by <c>eng/docs</c>, never by hand.</summary>
/// <remarks>Source: JSON Schema draft 2020-12.</remarks>
public static class SettingsSchema
{
    public static void Write(TextWriter output) => SchemaText.Write(Text, output);

    private static string Text =>
        $$"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "Configuration of Seaworthy",
              "description": "seaworthy.yaml, .seaworthy.yaml (or .yml) at the root of what is audited.",
              "type": "object",
              "additionalProperties": false,
              "properties": {
                "extends": {
                  "description": "Packs to start from: a later one wins over an earlier, and what this file says wins over both.",
                  "anyOf": [{ "$ref": "#/$defs/pack" }, { "type": "array", "items": { "$ref": "#/$defs/pack" } }]
                },
                "gate": { "description": "From which severity on a FAIL in production, or wherever it is deployed, makes the exit code 1; --fail-on wins.", "enum": [{{SchemaText.Quoted(
                SettingsVocabulary.All.Gates
            )}}] },
                "rules": {
                  "description": "off: the rule is not asked. on: it is, whatever a pack says. severity: what its findings count as.",
                  "type": "object",
                  "propertyNames": { "$ref": "#/$defs/rule" },
                  "additionalProperties": {
                    "anyOf": [
                      { "enum": ["off", "on"] },
                      {
                        "type": "object",
                        "required": ["severity"],
                        "additionalProperties": false,
                        "properties": {
                          "severity": { "enum": [{{SchemaText.Quoted([.. SettingsVocabulary.All.Severities, "off"])}}] },
                          "reason": { "type": "string", "pattern": "\\S" }
                        }
                      }
                    ]
                  }
                },
                "areas": {
                  "description": "off: no rule of the area is asked. on: they are, whatever a pack says.",
                  "type": "object",
                  "propertyNames": { "enum": [{{SchemaText.Quoted(SettingsVocabulary.Areas)}}] },
                  "additionalProperties": { "enum": ["off", "on"] }
                },
                "paths": {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "exclude": {
                      "description": "Findings there are not reported. The files are read all the same: what others say of them depends on it.",
                      "type": "array",
                      "items": { "$ref": "#/$defs/glob" }
                    }
                  }
                },
                "scopes": {
                  "description": "Where files are used. A finding there counts as much as it harms there: only production and any block a deployment.",
                  "type": "object",
                  "propertyNames": { "enum": [{{SchemaText.Quoted(SettingsVocabulary.Scopes)}}] },
                  "additionalProperties": { "type": "array", "items": { "$ref": "#/$defs/glob" } }
                },
                "facts": {
                  "description": "What is true of the world outside the tree: it closes what the tree leaves open.",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "hosts": {
                      "description": "Hosts that exist; * stands for any letters.",
                      "type": "array",
                      "items": { "type": "string", "pattern": "^[\\p{L}\\p{N}._*-]+$" }
                    },
                    "variables": {
                      "description": "Variables that the platform gives: a list to every workload, or by the name of a workload, * for all.",
                      "anyOf": [
                        { "$ref": "#/$defs/variables" },
                        { "type": "object", "additionalProperties": { "$ref": "#/$defs/variables" } }
                      ]
                    },
                    "files": {
                      "description": "Files that a machine holds, or that a pipeline puts there before.",
                      "type": "array",
                      "items": { "$ref": "#/$defs/glob" }
                    },
                    "objects": {
                      "description": "Objects of the cluster and networks that are made outside: kind/name, for a key kind/name/key.",
                      "type": "array",
                      "items": { "type": "string", "pattern": "{{ObjectPattern}}" }
                    },
                    "capabilities": {
                      "description": "What the undertaking has without a file that shows it.",
                      "type": "array",
                      "items": { "enum": [{{SchemaText.Quoted(SettingsVocabulary.Capabilities)}}] }
                    }
                  }
                },
                "environments": {
                  "description": "Where 'seaworthy deploy --env NAME' deploys, and what; the command line wins.",
                  "type": "object",
                  "propertyNames": { "pattern": "^[a-z0-9-]{1,40}$" },
                  "additionalProperties": {
                    "type": "object",
                    "additionalProperties": false,
                    "properties": {
                      "hosts": {
                        "description": "Hosts in order (ssh://user@host[:port]), or one cluster (kube-context://name[/namespace]). Without them: the machine where the command runs.",
                        "type": "array",
                        "items": { "type": "string", "pattern": "^(ssh|kube-context)://." }
                      },
                      "compose": {
                        "description": "Compose files that are loaded together, in order.",
                        "type": "array",
                        "items": { "type": "string", "pattern": "\\S" }
                      },
                      "env-files": {
                        "description": "Files of variables in place of .env, a later one over an earlier one.",
                        "type": "array",
                        "items": { "type": "string", "pattern": "\\S" }
                      },
                      "target": { "description": "What is deployed, where no Compose files are named ('seaworthy model' lists targets).", "type": "string", "pattern": "\\S" },
                      "domain": {
                        "description": "Host names in place of the label seaworthy.domain, of the service that has it, or by the name of a service.",
                        "anyOf": [{ "type": "string", "pattern": "\\S" }, { "type": "object", "additionalProperties": { "type": "string", "pattern": "\\S" } }]
                      },
                      "batch": { "description": "How many hosts are deployed at once.", "type": "integer", "minimum": 1 },
                      "max-failures": { "description": "How many hosts may fail before the rest is left alone.", "type": "integer", "minimum": 0 }
                    }
                  }
                },
                "custom": {
                  "description": "Files of rules that you wrote yourselves: docs/custom-rules.md.",
                  "type": "array",
                  "items": { "$ref": "#/$defs/glob" }
                },
                "suppressions": {
                  "description": "Findings that are accepted, and why. What is not said does not restrict.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["rule", "reason"],
                    "additionalProperties": false,
                    "properties": {
                      "rule": { "$ref": "#/$defs/rule" },
                      "path": { "$ref": "#/$defs/glob" },
                      "subject": { "description": "As reports write it.", "type": "string", "pattern": "\\S" },
                      "fingerprint": { "description": "The id of one finding, as the JSON report has it.", "type": "string", "pattern": "^[0-9a-f]{16}$" },
                      "reason": { "type": "string", "pattern": "\\S" },
                      "until": { "description": "The last day on which it holds.", "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }
                    }
                  }
                }
              },
              "$defs": {
                "pack": { "enum": [{{SchemaText.Quoted(SettingsVocabulary.Packs)}}] },
                "variables": { "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9_.-]+$" } },
                "glob": {
                  "description": "From the root, with /: * stays inside one name, ** crosses directories, a directory holds all below it.",
                  "type": "string",
                  "pattern": "^(?!/)(?!.*//)(?!.*\\\\)(?!(.*/)?[.]{1,2}(/|$)).*\\S"
                },
                "rule": {
                  "anyOf": [
                    { "description": "A rule of another tool, whose findings are imported, or one of your own.", "type": "string", "pattern": "^({{string.Join('|', SettingsVocabulary.All.Tools)}})/." },
                    {
                      "enum": [
                        {{string.Join(",\n            ", SettingsVocabulary.Rules.Select(rule => $"\"{rule}\""))}}
                      ]
                    }
                  ]
                }
              }
            }
            """;

    private const string ObjectPattern =
        @"^((secret|configmap)/[^/\\s]+(/[^/\\s]+)?|(serviceaccount|persistentvolumeclaim|service|network)/[^/\\s]+)$";
}
