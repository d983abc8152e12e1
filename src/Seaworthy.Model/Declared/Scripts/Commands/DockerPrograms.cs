namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>The container engines' command lines: <c>docker</c>, <c>podman</c>, <c>nerdctl</c>, and their verbs.</summary>
internal static class DockerPrograms
{
    private static readonly OptionGrammar Global = new("--context -c --config -H --host -l --log-level") { EndsAtOperand = true };

    /// <summary>The verb and what follows it; groups (<c>image build</c>, <c>container run</c>) are left out.</summary>
    public static (string Verb, IReadOnlyList<ShellWord> Arguments)? Split(CommandLine line)
    {
        if (line.Program is not ("docker" or "podman" or "nerdctl" or "buildah"))
        {
            return null;
        }

        var words = line.Options(Global).Operands;
        if (words is [{ Literal: "image" or "container" or "buildx" or "builder" }, ..] && words.Count > 1)
        {
            words = [.. words.Skip(1)];
        }

        return words is [{ Literal: { } verb }, ..] ? (verb, [.. words.Skip(1)]) : null;
    }

    /// <summary><c>NAME=value</c> or a bare <c>NAME</c>, which passes the caller's variable on.</summary>
    public static IReadOnlyList<ShellAssignment> Assignments(IReadOnlyList<ShellWord> words) =>
        [
            .. words.Select(word =>
                word.Prefix.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
                    ? new ShellAssignment(word.Prefix[..equals], word.From(equals + 1), true, word.Span)
                    : new ShellAssignment(word.ToString(), null, true, word.Span)
            ),
        ];
}
