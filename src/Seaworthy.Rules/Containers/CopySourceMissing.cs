using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>COPY or ADD takes a file that the build context does not have. Sources that all exist in another directory have one cause: the wrong context.</summary>
internal sealed class CopySourceMissing : Rule<IReadOnlyList<PathUse>>
{
    private const int MostNamed = 3;

    private const string EnvFile = ".env";

    private static readonly string[] Templates = [".env.example", ".env.sample", ".env.template", "env.example", "env.sample"];

    private const string Root = "the repository root";

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/copy-source-missing",
            Title = "Missing COPY source",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "The builder stops at the first missing source: no image, no deployment.",
            Holds = "The build context has what COPY takes.",
        };

    public override IEnumerable<IReadOnlyList<PathUse>> Subjects(Deployment deployment) =>
        deployment
            .Paths.Where(use => use.Role == PathRole.CopySource)
            .GroupBy(use => new
            {
                use.Subject,
                Call = Call(use, deployment),
                use.From,
                Cause = Cause(use),
                IsDoubtful = use.IsAssumed || use.IsConditional,
            })
            .Select(same => same.DistinctBy(use => new { use.Span, use.FromSpan }).ToList());

    /// <summary>Compose files that are merged have one build, each with its own part: a fault of it is reported once.</summary>
    private static object? Call(PathUse use, Deployment deployment) =>
        use is { FromSpan: { } call, Answer.IsMissing: true } && deployment.At<ComposeFile>(call.File.Path) is not null
            ? call.File.Directory
            : use.FromSpan;

    protected override Subject Identify(IReadOnlyList<PathUse> subject) => new(subject[0].Subject, subject[0].Span, subject[0].Path);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<PathUse> all, Deployment deployment)
    {
        // The file that writes the context can fix it: a file that adds to it for production inherits the context.
        var use = all.OrderByDescending(one => one.HasWrittenContext ? 1 : 0).First();
        var subject = all.Where(one => one.FromSpan == use.FromSpan).ToList();
        var calls = all.Select(one => one.FromSpan).OfType<SourceSpan>().Where(span => span != use.FromSpan).Distinct();
        if (use.Answer.Presence == Presence.Unknown)
        {
            yield return Unknown(use.Span, $"{use.Subject} copies {use.Path}; not checked: {use.Answer.Why}.");
        }
        else if (use.Answer.IsMissing && BuiltRight(subject, deployment) is { } right && Build(use, deployment) is { Span: { } call } wrong)
        {
            yield return WrongCaller(subject, right, wrong, call, deployment)
                .As(
                    use.IsAssumed || use.IsConditional ? Severity.Medium
                    : deployment.At<Workflow>(call.File.Path) is null ? Severity.High
                    : Severity.Critical
                )
                .Related(calls, "the same build");
        }
        else if (use is { IsAssumed: true, FromSpan: null } && IsAlone(use, deployment))
        {
            yield return Unknown(
                use.Span,
                $"{use.Subject} copies {use.Path}, but {use.From} has none of its sources, and nothing here builds it: unknown whether it is copied elsewhere first."
            );
        }
        else if (subject.Count == 1 && TemplateOf(use, deployment) is { } template)
        {
            yield return Warn(
                    use.Span,
                    $"{use.Subject} copies {use.Path} from {use.From}, but git ignores {use.Answer.Looked}: a build from a clone fails until someone creates it from {template}."
                )
                .As(Severity.Medium)
                .Related(use.FromSpan)
                .Related(calls, "the same build")
                .Related(use.Answer.Because)
                .Remedy(
                    $"Remove {use.Path} from {use.Span}, since its content stays in the image, and set its variables when the container starts."
                )
                .Verify(BuiltImage.Build(use.Subject, deployment));
        }
        else if (use.Answer.IsMissing)
        {
            var message = Message(subject);
            var isOverlay = Build(use, deployment)?.Context is { Length: > 0 } context && IsOverlay(context, deployment);
            yield return (
                isOverlay
                    ? Warn(use.Span, $"{message} The context contains no program: perhaps it is copied into another repository.")
                        .As(Severity.Low)
                : use.IsAssumed || use.IsConditional ? Warn(use.Span, message).As(Severity.Medium)
                : use.Answer.Presence == Presence.Absent && IsAlone(use, deployment)
                    ? Warn(use.Span, $"{message} The context has nothing else that the Dockerfile copies, so another step may fill it.")
                : Fail(use.Span, message)
            ).Related(use.FromSpan).Related(calls, "the same build").Related(use.Answer.Because).Related(subject.Skip(1).Select(other => other.Span)).Remedy(Remedy(subject, deployment)).Verify($"docker build -f {use.Subject} {(Meant(use) is { } meant and not Root ? meant : ".")}");
        }
        else if (all.FirstOrDefault(one => one.Answer.Presence == Presence.Stated) is { Answer.Because: { } stated } put)
        {
            yield return Pass(put.Span, $"{put.Subject} copies {put.Path}, which is put there first ({stated}).").Related(stated);
        }
    }

    /// <summary>The template beside an ignored <c>.env</c>, from which the file is created before a build.</summary>
    private static string? TemplateOf(PathUse use, Deployment deployment) =>
        use.Answer is { Presence: Presence.IgnoredByGit, Looked: var path }
        && (path == EnvFile || path.EndsWith("/" + EnvFile, StringComparison.Ordinal))
            ? Templates.Select(name => path[..^EnvFile.Length] + name).FirstOrDefault(deployment.Tree.HasFile)
            : null;

    private Verdict WrongCaller(IReadOnlyList<PathUse> subject, ImageBuild right, ImageBuild wrong, SourceSpan call, Deployment deployment)
    {
        var use = subject[0];
        var message =
            $"{wrong.Caller} builds {use.Subject} with the context {Context(wrong)}, which lacks {Names(subject)}; {right.Caller} builds it with {Context(right)}.";
        return (use.IsAssumed || use.IsConditional ? Warn(call, message) : Fail(call, message))
            .Related(subject.Select(other => other.Span))
            .Related(right.Span, "built with the right context")
            .Remedy($"Set the build context to {Context(right)} in {call}{NewContext.Dockerfile(use, right.Context, call, deployment)}.")
            .Verify($"docker build -f {use.Subject} {(right.Context is { Length: > 0 } context ? context : ".")}");
    }

    /// <summary>Another caller whose context holds all of it: then the Dockerfile is right, and this caller is wrong.</summary>
    private static ImageBuild? BuiltRight(IReadOnlyList<PathUse> subject, Deployment deployment) =>
        subject[0].FromSpan is null
            ? null
            : deployment
                .Images.Where(image => image.Name == subject[0].Subject && image.Build is { IsAssumed: false, Context: not null })
                .Select(image => image.Build)
                .FirstOrDefault(build =>
                    build.Context != Build(subject[0], deployment)?.Context
                    && subject.All(missing =>
                        deployment.Paths.Any(use =>
                            use.Role == PathRole.CopySource
                            && use.FromSpan == build.Span
                            && use.Span == missing.Span
                            && use.Answer.Presence == Presence.Present
                        )
                    )
                );

    private static ImageBuild? Build(PathUse use, Deployment deployment) =>
        deployment.Images.Select(image => image.Build).FirstOrDefault(build => build.Span is not null && build.Span == use.FromSpan);

    /// <summary>Nothing of a program: no source, no manifest.</summary>
    private static bool IsOverlay(string context, Deployment deployment) =>
        !deployment.Artifacts.Where(artifact => artifact is CodeFile or Manifest).Any(artifact => artifact.File.IsBelow(context));

    /// <summary>Nothing tells why it is missing, and no other source shows that this is the right context: a bundle that is packed first has the same look.</summary>
    private static bool IsAlone(PathUse use, Deployment deployment) =>
        use.Answer.Presence is Presence.Absent or Presence.IgnoredByGit
        && !deployment.Paths.Any(other =>
            other.Role == PathRole.CopySource
            && other.Subject == use.Subject
            && other.FromSpan == use.FromSpan
            && other.Answer.Presence == Presence.Present
            && (other.Path.Trim('.', '/').Length > 0 || !IsOverlay(Build(use, deployment)?.Context ?? "", deployment))
        );

    private static string Context(ImageBuild build) => build.Context is { Length: > 0 } context ? context : Root;

    /// <summary>The directory that was meant as context; what exists nowhere, reported once for each build; else the path itself.</summary>
    private static string Cause(PathUse use) =>
        use.Answer.Presence == Presence.Elsewhere && Meant(use) is { } meant ? $"context {meant}"
        : use.Answer is { Presence: Presence.Absent, Because: null, Why: null } ? "nowhere"
        : $"{use.Span.Start} {use.Path}";

    private static string Message(IReadOnlyList<PathUse> uses)
    {
        var use = uses[0];
        if (uses.Count == 1)
        {
            return $"{use.Subject} copies {use.Path} from {use.From}, but {MissingPath.ReasonOfBuild(use)}.";
        }

        var place = Meant(use) is { } meant ? $"; all are in {meant}" : "";
        return $"{use.Subject} copies {Names(uses)} from {use.From}, which has none of them{place}.";
    }

    private static string Names(IReadOnlyList<PathUse> uses) =>
        NameList.Of([.. uses.Select(use => use.Path).Distinct(StringComparer.Ordinal)], MostNamed);

    private static string Remedy(IReadOnlyList<PathUse> subject, Deployment deployment)
    {
        var use = subject[0];
        return use.Answer.Presence == Presence.Elsewhere && Meant(use) is not null ? WrongContext(use, deployment)
            : Misplaced(use, deployment) is { } other
                ? $"{WrongContext(other, deployment)} This finds {other.Path} ({other.Span}), which the context lacks too. Add {Names(subject)} as well, or remove it from {use.Span}."
            : NowhereSources.Remedy(subject, Build(use, deployment), deployment);
    }

    /// <summary>Another source of the same build that is there below another context: with what exists nowhere put into this one, the build stops at that.</summary>
    private static PathUse? Misplaced(PathUse use, Deployment deployment) =>
        use.Answer.Presence == Presence.Absent
            ? deployment.Paths.FirstOrDefault(other =>
                other.Role == PathRole.CopySource
                && other.Subject == use.Subject
                && other.From == use.From
                && other.FromSpan == use.FromSpan
                && other.Answer.Presence == Presence.Elsewhere
                && Meant(other) is not null
            )
            : null;

    private static string WrongContext(PathUse use, Deployment deployment) =>
        NewContext.Remedy(
            use,
            Build(use, deployment)?.Context,
            new MeantContext(Meant(use) is { } named and not Root ? named : "", Meant(use) ?? Root),
            deployment
        );

    private static string? Meant(PathUse use)
    {
        var path = string.Join('/', use.Path.Split('/').SkipWhile(part => part is "" or "." or "..")).TrimEnd('/');
        return use.Answer.Actual is { } actual && actual.EndsWith(path, StringComparison.Ordinal) && path.Length > 0
            ? actual[..^path.Length].TrimEnd('/') is { Length: > 0 } directory
                ? directory
                : Root
            : null;
    }
}
