using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>A word and the commands inside its substitutions.</summary>
internal sealed record WordSyntax(ShellWord Word, IReadOnlyList<ShellNode.Sequence> Inner);
