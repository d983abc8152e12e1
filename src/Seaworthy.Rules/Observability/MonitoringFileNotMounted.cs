using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Observability;

/// <summary>A monitoring tool's configuration names rules or dashboards that are not in its container.</summary>
internal sealed class MonitoringFileNotMounted : Rule<IReadOnlyList<PathUse>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "observability/monitoring-file-not-mounted",
            Title = "Unmounted rules or dashboards",
            Area = Area.Observability,
            Severity = Severity.High,
            Rationale = "The tool starts without a warning, but without these alerts or dashboards.",
            Holds = "Every file that the configuration names is in the container.",
        };

    // What one configuration names in one container has one cause.
    public override IEnumerable<IReadOnlyList<PathUse>> Subjects(Deployment deployment) =>
        deployment
            .Paths.Where(use => use.Role == PathRole.MonitoringFile)
            .GroupBy(use => new
            {
                use.FromSpan,
                use.Span.File.Path,
                use.Subject,
            })
            .Select(same => same.ToList());

    protected override Subject Identify(IReadOnlyList<PathUse> subject) => new(subject[0].Subject, subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PathUse> subject, Deployment deployment)
    {
        var missing = subject.Where(use => use.Answer.IsMissing).ToList();
        if (missing.Count > 0 && Base(missing[0], deployment) is { } whole)
        {
            yield return Unknown(
                missing[0].Span,
                $"unknown whether {missing[0].Path} is in the container of {missing[0].Subject}: {whole.File.Path} has the same service, and may be loaded as well."
            );
        }
        else if (missing.Count > 0)
        {
            var first = missing[0];
            yield return Fail(
                    first.Span,
                    $"{first.Subject} loads {string.Join(", ", missing.Select(use => use.Path))}, but {first.Answer.Looked} is not in its container."
                )
                .Related(missing.Skip(1).Select(use => use.Span))
                .Related(first.FromSpan, "the configuration is mounted here")
                .Remedy($"Mount {(missing.Count == 1 ? "it" : "them")} beside {first.FromSpan}, or correct {first.Span}.")
                .VerifyGoneOr($"{BuiltImage.RunFor(first, "ls", deployment)} {first.Answer.Looked}");
        }
        else if (subject.FirstOrDefault(use => use.Answer.Presence == Presence.Unknown) is { } unknown)
        {
            yield return Unknown(
                unknown.Span,
                $"unknown whether {unknown.Path} is in the container of {unknown.Subject}: {unknown.Answer.Why}."
            );
        }
    }

    /// <summary>The Compose file that an override, which nothing loads by itself, may belong to; null when there is none.</summary>
    private static ComposeFile? Base(PathUse use, Deployment deployment) =>
        use.FromSpan?.File is { } file
        && !deployment.ComposeStacks.Any(stack => stack.IsSettled && stack.Project.Files.Any(part => part.File == file))
            ? deployment
                .In<ComposeFile>(file.Directory)
                .FirstOrDefault(other => other.File != file && other.Services.Any(service => service.Name.Value == use.Subject))
            : null;
}
