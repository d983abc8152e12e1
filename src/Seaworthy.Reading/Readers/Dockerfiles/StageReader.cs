using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Dockerfile;

namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>FROM: base, platform, name.</summary>
/// <remarks>Source: Dockerfile reference, "FROM".</remarks>
internal static class StageReader
{
    // A chain of stages is followed by recursion wherever inheritance is asked for.
    private const int MaxChain = 200;

    public static DockerStage Read(InstructionSyntax from, InstructionContext context)
    {
        var words = DockerfileWords.Blank(from.Arguments);
        if (words.Count == 0)
        {
            context.ReportMissing(from, "an image");
        }
        else if (words.Count is not (1 or 3) || (words.Count == 3 && !IsAs(words[1])))
        {
            context.Report(
                ProblemKind.Syntax,
                "FROM takes an image, or an image AS a name",
                from.Arguments.Span(0, from.Arguments.Text.Length)
            );
        }

        if (words.Count > 0 && words[0].Text.FirstOrDefault(letter => !char.IsAscii(letter)) is var odd and not '\0')
        {
            // An image is named by letters, digits and a few signs; most such letters were pasted and cannot be seen.
            context.Report(
                ProblemKind.InvalidValue,
                $"the image after FROM contains U+{(int)odd:X4}, which image names must not contain",
                words[0].Span(0, words[0].Text.Length)
            );
        }

        var image = words.Count > 0 ? context.Template(words[0]) : Template.Of("", from.Keyword.Span);
        var below = context.FindStage(NameOf(image, context) is { } name && !int.TryParse(name, out _) ? name : null);
        context.ShellIsPosix = context.Escape == '\\' && (below is null ? !IsWindows(image) : ShellOf(below));
        return new DockerStage(context.Stages.Count, image, from.Span)
        {
            Name = words.Count >= 3 && IsAs(words[1]) ? Name(words[2], context) : null,
            BaseStage = below?.Down.Count() < MaxChain ? below : null,
            Platform = context.Flag(from, "platform"),
        };
    }

    /// <summary><c>FROM ${BUILD_ENV}</c> names a stage, too: the one that the default of the ARG gives.</summary>
    private static string? NameOf(Template image, InstructionContext context) =>
        image.Literal
        ?? (image.Parts is [{ Variable: { } variable, Operator: null }] ? context.FindGlobal(variable)?.Default?.Literal : null);

    private static bool IsAs(MappedText word) => word.Text.Equals("AS", StringComparison.OrdinalIgnoreCase);

    private static bool IsWindows(Template image) =>
        image.Raw.Contains("windows", StringComparison.OrdinalIgnoreCase)
        || image.Raw.Contains("nanoserver", StringComparison.OrdinalIgnoreCase);

    private static bool ShellOf(DockerStage stage) =>
        stage.Last<DockerInstruction.Shell>() is not { } shell || ShellKind.IsPosix(shell.Words);

    private static Fact<string> Name(MappedText word, InstructionContext context)
    {
        Fact<string> name = new(word.Text, word.Span(0, word.Text.Length));
        if (!IsName(word.Text))
        {
            context.Report(
                ProblemKind.InvalidValue,
                $"'{word.Text}' is not a stage name: a letter, then letters, digits, '-', '_' or '.'",
                name.Span
            );
        }
        else if (context.FindNamed(word.Text) is { Name: { } first })
        {
            context.Problems.Add(new Problem(ProblemKind.DuplicateKey, $"duplicate stage '{word.Text}'", name.Span, first.Span));
        }

        return name;
    }

    private static bool IsName(string name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(name[0]);
    }
}
