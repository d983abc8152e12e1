using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Configuration;

/// <summary>
/// A file for another reader that names variables of the environment: what a tool fills in itself (<c>${OPENROUTER_KEY}</c> in librechat.yaml), what it starts a program
/// with (mcp.json), or a list for people and scripts (environment-variables.txt, env.prod.php).
/// </summary>
/// <param name="IsList">The file is there to list them.</param>
public sealed record VariableText(SourceFile File, bool IsList) : Artifact(File);
