using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>One instruction: its keyword in upper case, its flags, and the rest of its joined lines.</summary>
internal sealed record InstructionSyntax(Fact<string> Keyword, IReadOnlyList<FlagSyntax> Flags, MappedText Arguments, SourceSpan Span)
{
    public IReadOnlyList<Heredoc> Heredocs { get; init; } = [];
}
