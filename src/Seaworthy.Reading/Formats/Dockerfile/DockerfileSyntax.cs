using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Dockerfile;

/// <summary>A Dockerfile as a list of instructions, known and unknown, and what is wrong with its lines.</summary>
internal sealed record DockerfileSyntax(IReadOnlyList<InstructionSyntax> Instructions)
{
    public char Escape { get; init; } = '\\';

    public Fact<string>? SyntaxDirective { get; init; }

    public IReadOnlyList<Fact<string>> Comments { get; init; } = [];

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
