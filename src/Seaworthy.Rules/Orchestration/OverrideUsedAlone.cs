using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A command loads a compose override without its base file.</summary>
internal sealed class OverrideUsedAlone : Rule<IReadOnlyList<ComposeCall>>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/override-used-alone",
            Title = "Compose override used alone",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Rationale = "Compose rejects the project because services have neither an image nor a build.",
            Holds = "The loaded files form a complete project.",
        };

    public override IEnumerable<IReadOnlyList<ComposeCall>> Subjects(Deployment deployment) =>
        deployment
            .ComposeCalls.Where(call => call is { NamesFiles: true, Project.Problems.Count: 0 })
            .GroupBy(call => new { call.Site.Span.File.Path, call.Name })
            .Select(same => same.OrderBy(call => call.Site.IsConditional ? 1 : 0).ToList());

    protected override Subject Identify(IReadOnlyList<ComposeCall> subject) => new(subject[0].Site.Subject, subject[0].Site.Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<ComposeCall> subject, Deployment deployment)
    {
        var call = subject[0];
        var incomplete = call.Project?.Services.Where(service => service.HasNoOrigin).ToList() ?? [];
        if (incomplete.Count == 0)
        {
            yield break;
        }

        var names = string.Join(", ", incomplete.Select(service => service.Name.Value));
        var message =
            $"{call.Site.Subject} loads {(call.Files.Count == 1 ? "only " : "")}{call.Name}, where {names} {(incomplete.Count == 1 ? "has" : "have")} neither an image nor a build.";
        var verdict =
            call.Site.IsConditional || call.Site.IsRemote ? Warn(call.Site.Span, message).As(Severity.High) : Fail(call.Site.Span, message);
        yield return verdict
            .Related(incomplete.Take(MostPlaces).Select(service => service.Name.Span), "no image or build")
            .Related(subject.Skip(1).Take(MostPlaces).Select(other => other.Site.Span))
            .Remedy(
                call.Files.Count == 1
                    ? $"Load the base file first in {call.Site.Span}: `docker compose -f docker-compose.yml -f {call.Name} …`."
                    : $"Load the file that defines {names} first in {call.Site.Span}, or remove {(incomplete.Count == 1 ? "it" : "them")} at {incomplete[0].Name.Span}."
            )
            .VerifyGoneOr($"docker compose {call.Files.SelectMany(file => new[] { "-f", file.Path })} config --quiet");
    }
}
