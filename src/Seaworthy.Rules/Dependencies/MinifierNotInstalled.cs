using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>The settings of Vite choose a minifier that nothing installs.</summary>
internal sealed class MinifierNotInstalled : Rule<ChosenMinifier>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/minifier-not-installed",
            Title = "Minifier that is not installed",
            Area = Area.Dependencies,
            Severity = Severity.Critical,
            Certainty = Certainty.Likely,
            Rationale = "`vite build` ends with `terser not found`, in every image and pipeline that installs what the manifest says.",
            Holds = "The minifier that the settings choose is installed.",
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
            $"{subject.Span.File.Path} has Vite minify with {subject.Package}, which {subject.Manifest.Path} does not ask for, and Vite does not bring since release 3: the build stops.";
        var verdict = subject.Lock is null
            ? LikelyFail(subject.Span, $"{message} That is likely, not certain: no lock file says what else is installed.")
            : Fail(subject.Span, message);
        yield return verdict
            .Related(subject.Bundler)
            .Remedy($"Run `npm install --save-dev {subject.Package}` beside {subject.Manifest.Path}, or take `minify: 'esbuild'`.")
            .VerifyGoneOr($"git grep -nF -e {$"\"{subject.Package}\""} -- {subject.Manifest.Path}");
    }
}
