using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>ENV, LABEL and ARG: names and values, one fact for each.</summary>
/// <remarks>Source: Dockerfile reference, "ENV", "LABEL", "ARG".</remarks>
internal static class VariableReader
{
    public static IReadOnlyList<DockerInstruction> Read(InstructionSyntax instruction, InstructionContext context)
    {
        var words = DockerfileWords.Quoted(instruction.Arguments, context.Escape);
        if (words.Count == 0)
        {
            context.ReportMissing(instruction, instruction.Keyword.Value == "ARG" ? "a name" : "a name and a value");
            return [];
        }

        return instruction.Keyword.Value == "ARG" || words[0].Text.Contains('=', StringComparison.Ordinal)
            ? [.. words.Select(word => Pair(word, instruction, context)).OfType<DockerInstruction>()]
            : OldForm(words[0], instruction, context);
    }

    private static DockerInstruction? Pair(MappedText word, InstructionSyntax instruction, InstructionContext context)
    {
        var sign = word.Text.IndexOf('=', StringComparison.Ordinal);
        if (sign < 0 && instruction.Keyword.Value == "ARG")
        {
            return new DockerInstruction.Arg(Name(word, context), null, instruction.Span);
        }

        if (sign <= 0)
        {
            context.Report(ProblemKind.Syntax, $"'{word.Text}' is not of the form name=value", word.Span(0, word.Text.Length));
            return null;
        }

        return Fact(word.Slice(0, sign), word.Slice(sign + 1, word.Text.Length - sign - 1), instruction, context);
    }

    // "ENV NAME all the rest": the form from before "=", still read.
    private static DockerInstruction[] OldForm(MappedText name, InstructionSyntax instruction, InstructionContext context)
    {
        var start = instruction.Arguments.Text.IndexOf(name.Text, StringComparison.Ordinal) + name.Text.Length;
        var value = instruction.Arguments.Slice(start, instruction.Arguments.Text.Length - start).Trim();
        if (value.Text.Length == 0)
        {
            context.ReportMissing(instruction, $"a value for {name.Text}");
            return [];
        }

        return [Fact(name, value, instruction, context)];
    }

    private static DockerInstruction Fact(MappedText name, MappedText value, InstructionSyntax instruction, InstructionContext context) =>
        instruction.Keyword.Value switch
        {
            "ENV" => new DockerInstruction.Env(Name(name, context), context.Template(value), instruction.Span),
            "ARG" => new DockerInstruction.Arg(Name(name, context), context.Template(value), instruction.Span),
            _ => new DockerInstruction.Label(Name(name, context), context.Template(value), instruction.Span),
        };

    private static Fact<string> Name(MappedText name, InstructionContext context) =>
        new(context.Template(name).Literal ?? name.Text, name.Span(0, name.Text.Length));
}
