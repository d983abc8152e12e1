using Seaworthy.Model;

namespace Seaworthy.Rules.Configuration;

/// <summary>Django's settings install an application without the middleware that it needs.</summary>
internal sealed class DjangoMiddlewareMissing : Rule<AppMiddleware>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "configuration/django-middleware-missing",
            Title = "Missing Django middleware",
            Area = Area.Configuration,
            Severity = Severity.High,
            Rationale =
                "The application works through its middleware: without it Django refuses to start, or the application has no effect.",
            Holds = "MIDDLEWARE has what the installed applications need.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<AppMiddleware>(AppMiddlewares.Link)];

    public override IEnumerable<AppMiddleware> Subjects(Deployment deployment) => deployment.All<AppMiddleware>();

    protected override Subject Identify(AppMiddleware subject) =>
        new($"{subject.Installed.Span.File.Path}: {subject.Needed.Name}", subject.Installed.Span);

    protected override IEnumerable<Verdict> Check(AppMiddleware subject, Deployment deployment)
    {
        if (!subject.IsMissing)
        {
            yield break;
        }

        var (needed, file) = (subject.Needed, subject.Installed.Span.File);
        yield return Fail(
                subject.Installed.Span,
                $"{file.Path} installs `{needed.App}` without `{needed.Name}` in MIDDLEWARE: {needed.Effect}."
            )
            .As(needed.IsDemanded ? Severity.Critical : Severity.High)
            .Related(subject.List.Span, "MIDDLEWARE")
            .Related(subject.Package?.Span, "the release")
            .Remedy($"Add `\"{needed.Path}\"` {needed.Place} to MIDDLEWARE in {file.Path}.")
            .Verify($"git grep -n {needed.Path} -- {file.Path}");
    }
}
