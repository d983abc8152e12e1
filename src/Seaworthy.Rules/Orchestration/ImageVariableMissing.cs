using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A public image is not given a variable without which it does not start.</summary>
internal sealed class ImageVariableMissing : Rule<Workload>
{
    // No more are named in a sentence.
    private const int MostPlaces = 12;

    private static readonly PerDeployment<ILookup<string, Workload>> OfImage = new(deployment =>
        Servers(deployment).ToLookup(workload => workload.Reference?.Value.Text ?? "", StringComparer.Ordinal)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/image-variable-missing",
            Title = "Public image without a variable that it needs",
            Area = Area.Orchestration,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The container ends at its first start, and all that depends on it waits in vain.",
            Holds = "The image is given the variables that it needs.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) => Servers(deployment);

    private static IEnumerable<Workload> Servers(Deployment deployment) =>
        deployment
            .Workloads.Where(workload => workload is { Public.Required.Count: > 0, Image: null } && KnownServers.RunsServer(workload))
            .DistinctBy(workload => workload.Span);

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (Refused(subject) is { } refused)
        {
            yield return Fail(
                    refused.Span,
                    $"{subject.Name} runs {subject.Reference?.Value.Text ?? subject.Public?.Name} with {refused.Name}=root, which is for a user beside root: its script ends before the server starts."
                )
                .Related(subject.Reference?.Span)
                .Remedy(
                    $"Give {refused.Name} in {refused.Span} another name, or leave it and its password out and use MYSQL_ROOT_PASSWORD."
                )
                .VerifyGone();
        }

        foreach (var required in subject.Public?.Required ?? [])
        {
            if (IsGiven(subject, required))
            {
                continue;
            }

            var names = string.Join(" or ", required.AnyOf);
            var message = $"{subject.Name} runs {subject.Reference?.Value.Text ?? subject.Public?.Name}, which needs {names}";
            // Left empty for whoever deploys to fill in.
            var blank = subject.Supplied.FirstOrDefault(variable =>
                required.AnyOf.Contains(variable.Name)
                && variable is { Value: { Text: "" } }
                && (variable.Span.File != subject.Span.File || subject.Kind == TargetKind.Kubernetes || variable.TakesVariable)
            );
            yield return blank is not null
                ? Warn(blank.Span, $"{message}; {blank.Name} is left empty: it does not start before that is filled in.")
                    .As(Severity.Medium)
                    .Related(subject.Reference?.Span)
                    .Remedy($"Say in {blank.Span.File.Path} that {blank.Name} must be filled in, or let a script make a password.")
                    .Verify(TargetCommand.Healthy(subject, deployment))
            : subject.SuppliesMoreBecause is { } more ? Unknown(subject.Span, $"{message}; whether it is given cannot be told: {more}.")
            : Fail(
                    subject.Span,
                    $"{message}, and is given none: {(required.AtEveryStartBecause is { } because ? $"{because}, and its container ends at once" : "it does not start with an empty volume")}."
                )
                .Related(subject.Reference?.Span)
                .Remedy(
                    required.Together.Count > 0
                        ? ModeOfImage.Remedy(subject, required, SameFault(subject, required, deployment))
                        : $"Set {required.AnyOf[0]} in the environment of {subject.Name} at {PlaceList.Of(SameFault(subject, required, deployment).Select(other => other.Span))}."
                )
                .Verify(TargetCommand.Healthy(subject, deployment));
        }
    }

    /// <summary>Those that run the same image and miss the same, the subject first.</summary>
    private static List<Workload> SameFault(Workload subject, RequiredVariables required, Deployment deployment) =>
        [
            subject,
            .. OfImage
                .Of(deployment)[subject.Reference?.Value.Text ?? ""]
                .Where(other => other != subject && other.SuppliesMoreBecause is null && !IsGiven(other, required))
                .Take(MostPlaces),
        ];

    /// <summary>The image of MySQL makes root by itself, and refuses to make it again.</summary>
    /// <remarks>Source: docker-library/mysql, docker-entrypoint.sh, <c>docker_verify_minimum_env</c>, of August 2020 and after.</remarks>
    private static SuppliedVariable? Refused(Workload workload) =>
        workload.Public?.Name == "mysql"
        && workload.Supplied.LastOrDefault(variable => variable.Name == "MYSQL_USER") is { Value.Text: "root" } user
        && workload.Reference?.Value.Text is { } text
        && ImageReference.Parse(text) is { IsOfficial: true, EffectiveTag: var tag }
        && tag.Split('-')[0] is "latest" or "lts" or "innovation" or "5.7" or "5" or "8" or "8.0" or "8.4" or "9"
            ? user
            : null;

    /// <summary>A value that only whoever deploys knows counts as given; so does one that nothing sets, which another rule tells.</summary>
    private static bool IsGiven(Workload workload, RequiredVariables required) =>
        workload.Supplied.Any(variable =>
            (required.AnyOf.Contains(variable.Name) && (variable.Value.Text is not "" || variable.Value.Unset.Count > 0))
            || required.Unless.Contains(variable.Name)
            || required.Unless.Contains($"{variable.Name}={variable.Value.Text}")
        );
}
