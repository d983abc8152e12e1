using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Configuration;

/// <summary>A configuration holds <c>${NAME}</c>, and nothing fills it before its program reads it.</summary>
internal sealed class PlaceholderNeverFilled : Rule<PlacedConfiguration>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/placeholder-never-filled",
            Title = "Placeholder in a configuration that nobody fills",
            Area = Area.Configuration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale =
                "The program knows no variables of the environment there: it ends with an error, or takes the letters `${NAME}` for the value.",
            Holds = "What the placeholders of the configuration name is filled in before the program reads it.",
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
            yield return Told(
                    Fail,
                    subject,
                    refused,
                    $"{subject.Subject} gives {subject.File.Path} to {subject.Program} as it is, with {Names(refused)}: nothing fills that, and it does not start."
                )
                .Remedy(Remedy(subject, refused[0]));
        }
        else if (Of(subject, HoleFate.NotSupplied) is { Count: > 0 } absent)
        {
            yield return Told(
                    Fail,
                    subject,
                    absent,
                    $"{subject.Subject} has no variable for {Names(absent)} of {subject.File.Path}: it stays as it is, and {subject.Program} does not start."
                )
                .Remedy($"Give {subject.Subject} the variable {absent[0].Hole.Name}.");
        }
        else if (Of(subject, HoleFate.Literal) is { Count: > 0 } literal)
        {
            // A name of a server that is never asked for leaves the others.
            yield return Told(
                    subject.Program == "nginx" ? Warn : Fail,
                    subject,
                    literal,
                    $"{subject.Subject} gives {subject.File.Path} to {subject.Program} as it is, with {Names(literal)}: nothing fills that, and the letters are the value."
                )
                .As(subject.Program == "nginx" ? Severity.Medium : Severity.High)
                .Remedy(Remedy(subject, literal[0]));
        }
        else if (Of(subject, HoleFate.Unknown) is [var doubtful, ..])
        {
            yield return Unknown(
                doubtful.Hole.Span,
                $"{subject.File.Path} holds ${{{doubtful.Hole.Name}}}; whether {subject.Subject} has that variable cannot be told."
            );
        }
    }

    private static List<PlacedHole> Of(PlacedConfiguration placed, HoleFate fate) => [.. placed.Holes.Where(hole => hole.Fate == fate)];

    private static Verdict Told(
        Func<SourceSpan, string, Verdict> outcome,
        PlacedConfiguration placed,
        List<PlacedHole> holes,
        string message
    ) =>
        outcome(holes[0].Hole.Span, message)
            .Related(holes.Skip(1).Select(hole => hole.Hole.Span))
            .Related(placed.Place, "put there here")
            .Verify(TreeCheck.OneGone([holes[0].Hole.Span, placed.Place]));

    private static string Names(List<PlacedHole> holes)
    {
        var names = holes
            .Select(hole => $"${{{hole.Hole.Name}{(hole.Hole.HasDefault ? ":-…" : "")}}}")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return names.Count <= 3 ? string.Join(", ", names) : $"{names[0]} and {names.Count - 1} more placeholders";
    }

    private static string Remedy(PlacedConfiguration placed, PlacedHole hole) =>
        placed.Program switch
        {
            "nginx" =>
                $"Put the file at /etc/nginx/templates/default.conf.template in {placed.Place}, and give the container {hole.Hole.Name}; or run envsubst before nginx.",
            "Alertmanager" =>
                $"Fill {placed.File.Path} before it is mounted (`envsubst`), or name a file with the secret: `…_file:` in {hole.Hole.Span}.",
            "Redis" =>
                $"Give the value on the command line, which Compose fills: `redis-server {placed.Path} --{hole.Hole.In} ${{{hole.Hole.Name}}}`, and take the line out of {placed.File.Path}.",
            _ => $"Do it in a script of the shell beside it (`psql -c \"…${hole.Hole.Name}…\"`), which has the variables of the container.",
        };
}
