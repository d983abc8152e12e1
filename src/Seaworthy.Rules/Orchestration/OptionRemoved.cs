using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A server is started with an option that its release refuses.</summary>
internal sealed class OptionRemoved : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/option-removed",
            Title = "Option that the server no longer knows",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "The server ends with `unknown variable` or `unrecognised option` as it starts, and the container with it: a tag that moved on is enough.",
            Holds = "The server's release knows the options that it is started with, as far as is known.",
        };

    // The image of MySQL had it up to 8.0: without it the container ends before any server reads an option, and where somebody puts a script there, that decides.
    private const string OldEntryScript = "/entrypoint.sh";

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment
            .Workloads.Where(workload =>
                Removed(workload).Any() && (workload.Start is not null || OptionFiles.Of(workload, deployment).Any())
            )
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        var onCommand =
            from command in subject.Start?.Commands ?? []
            where command.Words is not [{ Literal: OldEntryScript }, ..]
            from word in command.Words
            let option = Removed(subject).FirstOrDefault(option => Option(word) == option.Name)
            where option is not null
            select new Given(word.Span, option, $"--{option.Name}");
        var inFiles =
            from given in OptionFiles.Of(subject, deployment)
            let option = Removed(subject).FirstOrDefault(option => given.Value == option.Name)
            where option is not null
            select new Given(given.Span, option, option.Name);
        var found = onCommand.Concat(inFiles).ToList();
        if (found is not [var (place, first, _), ..])
        {
            yield break;
        }

        var image = Image(subject);
        var names = string.Join(" and ", found.Select(one => $"`{one.Text}`").Distinct());
        var where = found[0].Text is ['-', ..] ? "" : $" of {place.File.Path}";
        yield return Fail(
                place,
                $"{subject.Name} starts {image} with {names}{where}, which {image?.Name} has not known since {first.Release.Major}.{first.Release.Minor}: the server ends at once."
            )
            .Related(subject.Reference?.Span)
            .Related(found.Skip(1).Select(one => one.Place))
            .Remedy(
                $"Take {names} out of {place}{(first.Instead is { } instead ? $" (instead: {instead})" : "")}, or name the release that it was written for in {subject.Reference?.Span ?? subject.Span}."
            )
            .Verify(subject.Reference is { } reference ? TreeCheck.OneGone([place, reference.Span]) : TreeCheck.Gone(place));
    }

    private static IEnumerable<RemovedOption> Removed(Workload workload) => Image(workload) is { } image ? RemovedOptions.Of(image) : [];

    /// <summary>The image as it is pulled, or the one that it is built upon.</summary>
    private static ImageReference? Image(Workload workload) =>
        (workload.Image is { } image ? image.Down(image.Final).Last().Base.Text : workload.Reference?.Value.Text) is { } text
            ? ImageReference.Parse(text)
            : null;

    // The server takes dashes and underscores for the same.
    private static string? Option(ShellWord word) =>
        word.Prefix.StartsWith("--", StringComparison.Ordinal) ? word.Prefix[2..].Split('=')[0].Replace('_', '-') : null;

    /// <summary>An option as it is given.</summary>
    private sealed record Given(SourceSpan Place, RemovedOption Option, string Text);
}
