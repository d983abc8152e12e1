using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>Vite is configured with a minifier that nothing installs.</summary>
internal sealed class MinifierNotInstalled : Rule<ChosenMinifier>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/minifier-not-installed",
            Title = "Missing minifier",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "`vite build` fails with `terser not found` in every fresh installation.",
            Holds = "The configured minifier is installed.",
        };

    public override IEnumerable<ChosenMinifier> Subjects(Deployment deployment) => deployment.All<ChosenMinifier>();

    protected override Subject Identify(ChosenMinifier subject) => new(subject.Manifest.Path, subject.Span);

    protected override IEnumerable<Verdict> Check(ChosenMinifier subject, Deployment deployment)
    {
        if (subject.AskedFor is not null || subject.IsBrought)
        {
            yield break;
        }

        var message =
            $"{subject.Span.File.Path} sets {subject.Package} as minifier, but {subject.Manifest.Path} does not declare it and Vite no longer includes it.";
        var verdict = subject.Lock is null
            ? LikelyFail(subject.Span, $"{message} No lock file shows what else is installed.")
            : Fail(subject.Span, message);
        yield return verdict
            .Related(subject.Bundler)
            .Remedy($"Run `npm install --save-dev {subject.Package}` beside {subject.Manifest.Path}, or use `minify: 'esbuild'`.")
            .VerifyGoneOr($"git grep -nF -e {$"\"{subject.Package}\""} -- {subject.Manifest.Path}");
    }
}
