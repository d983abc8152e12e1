using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A server starts with an option that its release has removed.</summary>
internal sealed class OptionRemoved : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/option-removed",
            Title = "Removed server option",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale =
                "The server exits at startup with `unknown variable` or `unrecognised option`; a floating tag may cause this without any change.",
            Holds = "No option of the server is known to be removed.",
        };

    // The MySQL image had it up to 8.0: without it the container exits before the server reads an option, and a custom script there decides itself.
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
        var where = found[0].Text is ['-', ..] ? "" : $" in {place.File.Path}";
        yield return Fail(
                place,
                $"{subject.Name} starts `{image}` with {names}{where}, but {image?.Name} {first.Release.Major}.{first.Release.Minor} removed {(found.Count == 1 ? "this option" : "these options")}."
            )
            .Related(subject.Reference?.Span)
            .Related(found.Skip(1).Select(one => one.Place))
            .Remedy(
                $"Remove {names} from {place}{(first.Instead is { } instead ? $" (instead: {instead})" : "")}, or use the release it was written for in {subject.Reference?.Span ?? subject.Span}."
            )
            .Verify(subject.Reference is { } reference ? TreeCheck.OneGone([place, reference.Span]) : TreeCheck.Gone(place));
    }

    private static IEnumerable<RemovedOption> Removed(Workload workload) => Image(workload) is { } image ? RemovedOptions.Of(image) : [];

    /// <summary>The pulled image, or the base image of a built one.</summary>
    private static ImageReference? Image(Workload workload) =>
        (workload.Image is { } image ? image.Down(image.Final).Last().Base.Text : workload.Reference?.Value.Text) is { } text
            ? ImageReference.Parse(text)
            : null;

    // The server treats dashes and underscores as equal.
    private static string? Option(ShellWord word) =>
        word.Prefix.StartsWith("--", StringComparison.Ordinal) ? word.Prefix[2..].Split('=')[0].Replace('_', '-') : null;

    /// <summary>An option as it is written.</summary>
    private sealed record Given(SourceSpan Place, RemovedOption Option, string Text);
}
