using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Secrets;

/// <summary>A Dockerfile takes a secret as a build argument or sets it by ENV: it stays in the image and its history.</summary>
internal sealed class SecretInImage : Rule<Dockerfile>
{
    private static readonly PerDeployment<ILookup<object, Image>> Built = new(deployment =>
        deployment
            .Images.Where(image => !image.Build.IsTrial)
            .ToLookup(object (image) => image.Dockerfile, ReferenceEqualityComparer.Instance)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "secrets/secret-in-image",
            Title = "Secret built into image",
            Area = Area.Secrets,
            Severity = Severity.High,
            Rationale = "Everyone who can pull the image can read build arguments and ENV in its history.",
            Holds = "The Dockerfile takes no secret by ARG and sets none by ENV.",
        };

    public override IEnumerable<Dockerfile> Subjects(Deployment deployment) =>
        deployment.Of<Dockerfile>().Where(file => file.Stages.Count > 0);

    protected override Subject Identify(Dockerfile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Dockerfile subject, Deployment deployment)
    {
        var literals = Kept(subject, deployment).SelectMany(stage => stage.Instructions).Select(Literal).OfType<Fact<string>>().ToList();
        var passed = subject.Stages.Count == 0 ? [] : Passed(subject);
        if (literals.Concat(passed).ToList() is not [var (name, span), ..] all)
        {
            yield break;
        }

        var names = string.Join(", ", all.Select(secret => secret.Value).Distinct(StringComparer.Ordinal).Take(8));
        yield return Warn(span, $"{subject.File.Path} puts {names} into the image's history.")
            .As(literals.Count > 0 ? Severity.High : Severity.Medium)
            .Related(all.Skip(1).Select(secret => secret.Span))
            .Remedy(
                $"Remove {name} from {span}: set it when the container starts or, if the build needs it, use `RUN --mount=type=secret,id={name.ToLowerInvariant()}`."
            )
            .VerifyGone();
    }

    /// <summary>The stages whose layers an image keeps: the final stages and those they are based on.</summary>
    private static IEnumerable<DockerStage> Kept(Dockerfile file, Deployment deployment) =>
        Built
            .Of(deployment)[file]
            .Select(image => image.Final.Declared)
            .Append(file.Stages[^1])
            .SelectMany(stage => stage.Down)
            .DistinctBy(stage => stage.Index)
            .OrderBy(stage => stage.Index);

    private static Fact<string>? Literal(DockerInstruction instruction) =>
        instruction switch
        {
            DockerInstruction.Env env when SecretNames.IsSecret(env.Name.Value) && IsValue(env.Value.Literal) => new Fact<string>(
                env.Name.Value,
                env.Pair
            ),
            DockerInstruction.Arg arg when SecretNames.IsSecret(arg.Name.Value) && IsValue(arg.Default?.Literal) => new Fact<string>(
                arg.Name.Value,
                arg.Span
            ),
            _ => null,
        };

    /// <summary>An argument without a default in the final stage: the history shows the passed value.</summary>
    private static List<Fact<string>> Passed(Dockerfile file) =>
        [
            .. file.Stages[^1]
                .Instructions.OfType<DockerInstruction.Arg>()
                .Where(arg => arg.Default is null && SecretNames.IsSecret(arg.Name.Value))
                .Select(arg => new Fact<string>(arg.Name.Value, arg.Span)),
        ];

    private static bool IsValue(string? text) => text is { Length: > 0 } && !SecretNames.IsPlaceholder(text);
}
