using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A configuration contains <c>${NAME}</c>, and nothing replaces it before its program reads it.</summary>
internal sealed class PlaceholderNeverFilled : Rule<PlacedConfiguration>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/placeholder-never-filled",
            Title = "Unresolved configuration placeholder",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The program does not read environment variables there: it fails to start, or uses the text `${NAME}` as the value.",
            Holds = "The placeholders are replaced before the program reads the configuration.",
        };

    public override IEnumerable<PlacedConfiguration> Subjects(Deployment deployment) =>
        deployment
            .All<PlacedConfiguration>()
            .Where(placed => placed.Holes.Count > 0)
            .DistinctBy(placed => new
            {
                placed.File,
                placed.Place,
                placed.Path,
            });

    protected override Subject Identify(PlacedConfiguration subject) => new(subject.Subject, subject.Place);

    protected override IEnumerable<Verdict> Check(PlacedConfiguration subject, Deployment deployment)
    {
        if (Of(subject, HoleFate.Refused) is { Count: > 0 } refused)
        {
            yield return Of(
                    Fail,
                    subject,
                    refused,
                    $"Nothing replaces {Names(refused)} in {subject.File.Path} of {subject.Subject}, so {subject.Program} does not start."
                )
                .Remedy(Remedy(subject, refused[0]));
        }
        else if (Of(subject, HoleFate.NotSupplied) is { Count: > 0 } absent)
        {
            yield return Of(
                    Fail,
                    subject,
                    absent,
                    $"{subject.Subject} has no variable for {Names(absent)} in {subject.File.Path}, so {subject.Program} does not start."
                )
                .Remedy($"Set {absent[0].Hole.Name} for {subject.Subject}.");
        }
        else if (Of(subject, HoleFate.Literal) is { Count: > 0 } literal)
        {
            // An unused server name leaves the others working.
            yield return Of(
                    subject.Program == "nginx" ? Warn : Fail,
                    subject,
                    literal,
                    $"Nothing replaces {Names(literal)} in {subject.File.Path} of {subject.Subject}, so {subject.Program} uses the text as the value."
                )
                .As(subject.Program == "nginx" ? Severity.Medium : Severity.High)
                .Remedy(Remedy(subject, literal[0]));
        }
        else if (Of(subject, HoleFate.Unknown) is [var doubtful, ..])
        {
            yield return Unknown(
                doubtful.Hole.Span,
                $"{subject.File.Path} contains `${{{doubtful.Hole.Name}}}`; unknown whether {subject.Subject} sets that variable."
            );
        }
    }

    private static List<PlacedHole> Of(PlacedConfiguration placed, HoleFate fate) => [.. placed.Holes.Where(hole => hole.Fate == fate)];

    private static Verdict Of(
        Func<SourceSpan, string, Verdict> outcome,
        PlacedConfiguration placed,
        List<PlacedHole> holes,
        string message
    ) =>
        outcome(holes[0].Hole.Span, message)
            .Related(holes.Skip(1).Select(hole => hole.Hole.Span))
            .Related(placed.Place, "placed here")
            .Verify(TreeCheck.OneGone([holes[0].Hole.Span, placed.Place]));

    private static string Names(List<PlacedHole> holes)
    {
        var names = holes
            .Select(hole => $"`${{{hole.Hole.Name}{(hole.Hole.HasDefault ? ":-…" : "")}}}`")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return names.Count <= 3 ? string.Join(", ", names) : $"{names[0]} and {names.Count - 1} more placeholders";
    }

    private static string Remedy(PlacedConfiguration placed, PlacedHole hole) =>
        placed.Program switch
        {
            "nginx" =>
                $"Put the file at /etc/nginx/templates/default.conf.template in {placed.Place}, and set {hole.Hole.Name} for the container; or run envsubst before nginx.",
            "Alertmanager" =>
                $"Replace it in {placed.File.Path} before the mount (`envsubst`), or name a file with the secret: `…_file:` in {hole.Hole.Span}.",
            "Redis" =>
                $"Set the value on the command line, where Compose replaces it: `redis-server {placed.Path} --{hole.Hole.In} ${{{hole.Hole.Name}}}`, and remove the line from {placed.File.Path}.",
            _ => $"Use a shell script beside it (`psql -c \"…${hole.Hole.Name}…\"`), which has the container's variables.",
        };
}
