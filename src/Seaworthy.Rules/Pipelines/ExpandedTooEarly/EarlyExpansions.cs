using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Commands that hand a here-document without quotes to another shell.</summary>
/// <remarks>POSIX.1-2024, Shell Command Language, 2.7.4 "Here-Document": without quotes around the delimiter the text is expanded first.</remarks>
internal static class EarlyExpansions
{
    private static readonly HashSet<string> Shells = new(StringComparer.Ordinal) { "ssh", "sshpass", "bash", "sh", "zsh" };

    public static IReadOnlyList<EarlyExpansion> Link(Deployment deployment)
    {
        // Make has its own rules for the dollar sign.
        var sent = deployment
            .Commands.Where(site => deployment.At<TaskFile>(site.Span.File.Path) is null)
            .Select(Sent)
            .OfType<SentText>()
            .ToList();
        var byFile = sent.ToLookup(text => text.Site.Span.File, text => text.Whole);
        return [.. sent.Select(text => Of(text, [.. byFile[text.Site.Span.File]]))];
    }

    private static SentText? Sent(CommandSite site) =>
        site.Command.Redirects.FirstOrDefault(redirect => redirect.HereDocumentText is not null) is { HereDocumentText: { } text } document
        && Program(site.Command) is { } program
            ? new SentText(site, program, text, IsQuoted(document.Target))
            : null;

    private static EarlyExpansion Of(SentText sent, IReadOnlyList<SourceSpan> texts) =>
        new(sent.Program, sent.Site.Subject, sent.Site.Span, sent.IsQuoted ? [] : Lost(sent, texts));

    private static string? Program(ShellCommand command) =>
        command.Words.Select(word => word.Literal is { } name ? name[(name.LastIndexOf('/') + 1)..] : "").FirstOrDefault(Shells.Contains)
            is { } program
        && (command.Program is "sudo" or "timeout" or "env" || Shells.Contains(command.Program))
            ? program == "sshpass"
                ? "ssh"
                : program
            : null;

    private static bool IsQuoted(ShellWord delimiter) => delimiter.Raw.AsSpan().ContainsAny('\'', '"', '\\');

    private static List<LostVariable> Lost(SentText sent, IReadOnlyList<SourceSpan> texts) =>
        [
            .. InnerVariables
                .Of(sent.Text.Text)
                // What the rest of the file knows may have a value where the text is sent.
                .Where(variable =>
                    !sent.Site.Span.File.PlacesOf(variable.Name).Any(at => !texts.Any(text => text.Start <= at && at < text.End))
                )
                .Select(variable => new LostVariable(
                    variable.Name,
                    sent.Text.Span(variable.Use, variable.Name.Length + 1),
                    sent.Text.Span(variable.Assignment, variable.Name.Length)
                )),
        ];

    /// <summary>A here-document for another shell.</summary>
    private sealed record SentText(CommandSite Site, string Program, MappedText Text, bool IsQuoted)
    {
        public SourceSpan Whole { get; } = Text.Span(0, Text.Text.Length);
    }
}
