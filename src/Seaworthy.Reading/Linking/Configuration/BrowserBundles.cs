using System.Text.RegularExpressions;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Bundles for browsers that images build, held against everything that might give them their variables.</summary>
/// <remarks>Sources: Vite, "Env Variables and Modes"; Next.js, "Bundling Environment Variables for the Browser"; Create React App, "Adding Custom Environment Variables".</remarks>
internal sealed partial class BrowserBundles(Deployment deployment, CodeModules modules)
{
    // They hand the variables to the page when the container starts.
    private static readonly string[] RunTimePackages =
    [
        "next-runtime-env",
        "next-public-env",
        "next-runtime-dotenv",
        "react-env",
        "runtime-env-cra",
        "@import-meta-env/unplugin",
        "@import-meta-env/cli",
        "vite-envs",
        "@beam-australia/react-env",
        "env-cmd",
        "dotenv-cli",
        "@dotenvx/dotenvx",
    ];

    public static IReadOnlyList<BrowserBundle> Link(Deployment deployment, CodeModules modules)
    {
        BrowserBundles bundles = new(deployment, modules);
        var steps = deployment
            .Images.Where(image => image is { IsForDevelopment: false, Build.IsTrial: false })
            .SelectMany(image => BundleStep.Of(deployment, image))
            .DistinctBy(step => new
            {
                step.Image.Dockerfile.File.Path,
                step.Command.Command.Span,
                step.Component.Root,
            })
            .Where(step => !bundles.IsGivenOtherwise(step))
            .Select(step => new { Step = step, Reads = Reads(step) })
            .Where(pair => pair.Reads.Count > 0)
            .ToList();
        var mentions = WordMentions.Of(
            steps.SelectMany(pair => pair.Reads).Select(read => read.Name),
            TextSources
                .Users(deployment)
                .Where(text => deployment.At<CodeFile>(text.File.Path) is not { } code || BuildStep.IsConfiguration(code.File))
        );
        return [.. steps.Select(pair => bundles.Of(pair.Step, pair.Reads, mentions))];
    }

    private static IReadOnlyList<EnvironmentRead> Reads(BundleStep step) =>
        [
            .. step
                .Component.Code.Where(file => !file.IsTest && !BuildStep.IsConfiguration(file.File))
                .SelectMany(file => file.EnvironmentReads)
                .Where(read =>
                    read.Name.StartsWith(step.Prefix, StringComparison.Ordinal)
                    && read.Name.Length > step.Prefix.Length
                    && (step.Prefix != "VITE_" || read.Span.Text.StartsWith("import.meta.env", StringComparison.Ordinal))
                ),
        ];

    /// <summary>Means whose effect is not read: an env file that the Dockerfile makes or takes by name, secrets of the builder, scripts that write settings at start.</summary>
    private bool IsGivenOtherwise(BundleStep step) =>
        EnvFileReach.IsNamed(step.Image.Dockerfile.File.Text)
        || step.Command.Run.Mounts.Any(mount => mount.Type == "secret")
        || EnvFileReach.IsNamed(step.Text)
        || step.Text.Contains("dotenv", StringComparison.Ordinal)
        || step.Component.Manifests.OfType<PackageJson>()
            .Any(package => RunTimePackages.Any(name => package.FindDependency(name) is not null))
        || step.Component.Code.Any(file => RunTimeSettings().IsMatch(file.File.Text))
        || deployment
            .Of<ShellScript>()
            .Any(script => script.File.Text.Contains(step.Prefix, StringComparison.Ordinal) && IsStarted(step, script));

    /// <summary>The image or a service of it mentions the script: it may write settings when the container starts.</summary>
    private bool IsStarted(BundleStep step, ShellScript script) =>
        step.Image.Dockerfile.File.Text.Contains(script.File.Name, StringComparison.Ordinal)
        || step.Text.Contains(script.File.Name, StringComparison.Ordinal)
        || deployment.Of<ComposeFile>().Any(compose => compose.File.Text.Contains(script.File.Name, StringComparison.Ordinal));

    private BrowserBundle Of(BundleStep step, IReadOnlyList<EnvironmentRead> reads, WordMentions mentions)
    {
        var loaded = Loaded(step);
        var (isClosed, keptOut) = EnvFileReach.Closed(step.Image, step.EnvFiles);
        var isWritten = !isClosed && EnvFileReach.IsWrittenBefore(deployment, step.Image);
        var missing = (isWritten ? [] : reads)
            .GroupBy(read => read.Name, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Where(same =>
                !mentions.FilesWith(same.Key).Any(path => MayGive(step, path, isClosed))
                && !IsWrittenDown(same.Key)
                && !IsToldLate(step, same.Key)
            )
            .Select(same => Missing(step, [.. same], loaded))
            .OfType<MissingBundleVariable>()
            .ToList();
        return new BrowserBundle(step.Image, step.Component, step.Command.Command.Span, missing)
        {
            IsClosed = isClosed,
            KeptOut = keptOut,
            CheckedOut = EnvFileReach.CheckedOut(deployment, step.Image),
        };
    }

    /// <summary>Where no env file reaches the step, what pipelines and scripts do outside of the image does not either.</summary>
    private bool MayGive(BundleStep step, string path, bool isClosed) =>
        !isClosed
        || (deployment.At<Workflow>(path) is null && (deployment.At<ShellScript>(path) is not { } script || IsStarted(step, script)));

    private bool IsWrittenDown(string name) => deployment.Of<EnvFile>().Any(file => !file.IsTemplate && file.Find(name) is not null);

    /// <summary>Set for the finished container: another rule reports that.</summary>
    private bool IsToldLate(BundleStep step, string name) =>
        deployment
            .Variables.Where(variables => variables.Workload.Image?.Dockerfile == step.Image.Dockerfile)
            .SelectMany(variables => variables.Uses)
            .Any(use => use.Name == name && (use.FixedAt is not null || use.Supply is not null));

    private MissingBundleVariable? Missing(BundleStep step, IReadOnlyList<EnvironmentRead> reads, HashSet<string> loaded)
    {
        var places = reads
            .Where(read => read.Default is null && read.Demand != Demand.Optional)
            .Where(read => !reads.Any(other => other.Span.File == read.Span.File && other != read && IsGuard(other)))
            .Select(read => Breaking(step, read))
            .OfType<SourceSpan>()
            .ToList();
        if (places.Count == 0)
        {
            return null;
        }

        SourceSpan? certain = places.Where(place => loaded.Contains(place.File.Path)).Select(place => (SourceSpan?)place).FirstOrDefault();
        // Next.js: what the server alone runs reads the variable when it runs.
        return certain is null && step.Prefix == "NEXT_PUBLIC_"
            ? null
            : new MissingBundleVariable(reads[0].Name, certain ?? places[0], certain is not null);
    }

    private static bool IsGuard(EnvironmentRead read) =>
        read.Default is not null
        || read.Demand == Demand.Optional
        || AddressUses.IsGuarded(read.Span.File.Text, read.Span.Start, read.Span.End);

    /// <summary>The place that breaks: the read itself, or where the constant that it makes is used.</summary>
    private static SourceSpan? Breaking(BundleStep step, EnvironmentRead read)
    {
        var (file, start, end) = (read.Span.File, read.Span.Start, read.Span.End);
        if (AddressUses.IsGuarded(file.Text, start, end))
        {
            return null;
        }

        if (AddressUses.Breaks(file.Text, start, end))
        {
            return read.Span;
        }

        if (AddressUses.NameOf(file.Text, start, end) is not { } name)
        {
            return null;
        }

        var isExported = file.Text.Contains($"export const {name}", StringComparison.Ordinal);
        var uses = step
            .Component.Code.Select(code => code.File)
            .Where(other => other == file || (isExported && other.Text.Contains(name, StringComparison.Ordinal)))
            .SelectMany(other => AddressUses.PlacesOf(other.Text, name).Select(at => new SourceSpan(other, at, name.Length)))
            .ToList();
        return
            !uses.Exists(use => AddressUses.IsGuarded(use.File.Text, use.Start, use.End))
            && uses.Exists(use => AddressUses.Breaks(use.File.Text, use.Start, use.End))
            ? read.Span
            : null;
    }

    /// <summary>What the pages of a component load, from its entries on.</summary>
    private HashSet<string> Loaded(BundleStep step)
    {
        HashSet<string> loaded = new(StringComparer.Ordinal);
        Stack<CodeFile> open = new(
            step.Component.Code.Where(file =>
                !file.IsTest && (step.Prefix == "NEXT_PUBLIC_" ? IsPage(file) : BundleReach.IsEntry(file.File))
            )
        );
        while (open.TryPop(out var file))
        {
            if (loaded.Add(file.File.Path))
            {
                file.Imports.SelectMany(import => modules.Find(file, import.Module, import.Name)).ToList().ForEach(open.Push);
            }
        }

        return loaded;
    }

    /// <summary>Pages that browsers run: with the directive, or of the older router, where no function of the server is beside.</summary>
    private static bool IsPage(CodeFile code)
    {
        var file = code.File;
        var parts = file.Directory.Split('/');
        return code.IsClientModule
            || (
                parts.Contains("pages")
                && !parts.Contains("api")
                && !parts.Contains("app")
                && !file.Text.Contains("getServerSideProps", StringComparison.Ordinal)
                && !file.Text.Contains("getStaticProps", StringComparison.Ordinal)
            );
    }

    [GeneratedRegex("""\b(window|globalThis)\s*(\.|\[['"]|as\s+any\)\.)\w*(env|config)""", RegexOptions.IgnoreCase)]
    private static partial Regex RunTimeSettings();
}
