using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step pushes its image under the name of another.</summary>
internal sealed class ImagePushedUnderAnotherName : Rule<ImagePush>
{
    // By their jobs.
    private static readonly PerDeployment<ILookup<string, ImagePush>> Pushes = new(deployment =>
        ImagePush.All(deployment).ToLookup(push => push.Subject, StringComparer.Ordinal)
    );

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/image-pushed-under-another-name",
            Title = "Image pushed under wrong name",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "Pulling the name yields another program, and the intended image is never published.",
            Holds = "The image is pushed under its own name.",
        };

    public override IEnumerable<ImagePush> Subjects(Deployment deployment) => ImagePush.All(deployment);

    protected override Subject Identify(ImagePush subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(ImagePush subject, Deployment deployment)
    {
        var all = Pushes.Of(deployment);
        return (Overwritten(subject, all[subject.Subject]) ?? OtherDirectory(subject, all, deployment)) is { } verdict ? [verdict] : [];
    }

    private static bool IsOther(ImagePush push, ImagePush subject) =>
        push.Span != subject.Span && (push.Context != subject.Context || push.Dockerfile != subject.Dockerfile);

    // Two steps of one job: both run, and the later image gets the name.
    private Verdict? Overwritten(ImagePush subject, IEnumerable<ImagePush> ofJob)
    {
        foreach (var other in ofJob.Where(push => IsOther(push, subject) && push.Span.Start > subject.Span.Start))
        {
            Work.Take(1);
            if (subject.Tags.FirstOrDefault(tag => IsTold(tag) && other.Tags.Contains(tag)) is { } same)
            {
                return Fail(
                        subject.PlaceOf(same),
                        $"{subject.Subject} pushes {subject.Dockerfile} and {other.Dockerfile} both as `{same}`: the later image overwrites the earlier one."
                    )
                    .Related(subject.Span)
                    .Related(other.PlaceOf(same))
                    .Remedy($"Rename one of {subject.PlaceOf(same)} and {other.PlaceOf(same)} after the image it builds.")
                    .VerifyOneGone();
            }
        }

        return null;
    }

    private Verdict? OtherDirectory(ImagePush subject, ILookup<string, ImagePush> all, Deployment deployment)
    {
        foreach (var name in subject.Names)
        {
            var own = Directories(deployment, name);
            if (
                own.Count != 1
                || subject.Context.Length == 0
                || Last(subject.Context) == name
                || subject.Dockerfile.StartsWith(own[0] + "/", StringComparison.Ordinal)
                || subject.Context.StartsWith(own[0] + "/", StringComparison.Ordinal)
            )
            {
                continue;
            }

            var pushes = Work.Counted([.. all.SelectMany(ofJob => ofJob)]);
            var others = pushes.Where(push => IsOther(push, subject)).ToList();
            var rival = others.Find(push => push.Context == subject.Context || push.Names.Contains(Last(subject.Context)));
            var twin = pushes.FirstOrDefault(push =>
                push.Span != subject.Span && push.Context == subject.Context && push.Names.Contains(Last(subject.Context))
            );
            var isBuiltElsewhere = others.Exists(push =>
                push.Context == own[0] || push.Dockerfile.StartsWith(own[0] + "/", StringComparison.Ordinal)
            );
            var message = $"{subject.Subject} pushes the image of {subject.Context} as `{name}`, but {own[0]} has its own Dockerfile";
            return (
                twin is not null ? Fail(subject.TagSpan, $"{message}, and {twin.Subject} pushes {subject.Context} under its own name.")
                : isBuiltElsewhere ? Warn(subject.TagSpan, message + ".")
                : Fail(subject.TagSpan, message + ", which nothing pushes.")
            ).Related(subject.Span).Related(subject.Inputs).Related((twin ?? rival)?.TagSpan).Remedy($"Build from {own[0]} at {subject.Span}, or correct the name in {subject.TagSpan}.").VerifyOneGone();
        }

        return null;
    }

    private static List<string> Directories(Deployment deployment, string name) =>
        [
            .. deployment
                .Of<Model.Declared.Dockerfiles.Dockerfile>()
                .Select(file => file.File.Directory)
                .Where(directory => Last(directory) == name)
                .Distinct(StringComparer.Ordinal),
        ];

    private static bool IsTold(string tag) =>
        !tag.Contains("matrix.", StringComparison.Ordinal)
        && !tag.Contains(".outputs.", StringComparison.Ordinal)
        && !tag.Contains("env.", StringComparison.Ordinal);

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
