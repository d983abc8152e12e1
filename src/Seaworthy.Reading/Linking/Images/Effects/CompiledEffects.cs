using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>The builds of Go, Rust, .NET and Java.</summary>
internal static class CompiledEffects
{
    private static readonly OptionGrammar Go = new("-o -ldflags -tags -mod -C -gcflags -asmflags -buildmode -p") { HasSingleDash = true };
    private static readonly OptionGrammar Cargo = new(
        """
        --target-dir --out-dir --artifact-dir --root --path --recipe-path --bin -p --package --manifest-path --target --features -F --profile -j --name
        --edition --git --tag --branch --version
        """
    );
    private static readonly OptionGrammar Dotnet = new(
        "-o --output -c --configuration -f --framework -r --runtime -v --verbosity --arch -a --os -s --source --tool-path --version -p -ep --export-path"
    );

    public static IEnumerable<ImageLayer>? Of(RunSite site) =>
        site.Line.Program switch
        {
            "go" => OfGo(site),
            "cargo" or "cross" => OfCargo(site),
            "dotnet" => OfDotnet(site),
            "mvn" or "mvnw" => OfMaven(site),
            "gradle" or "gradlew" => [site.OpenEverywhere("build"), site.OpenEverywhere(".gradle"), site.OpenEverywhere("bin")],
            "java" when site.Words.Any(word => word.StartsWith("-Djarmode", StringComparison.Ordinal)) => [site.Open(site.Here)],
            "jlink" or "jdeps" =>
            [
                .. site.Line.Options(new OptionGrammar("--output --add-modules")).Values("--output").Select(site.OpenAt),
            ],
            _ => null,
        };

    private static IEnumerable<ImageLayer>? OfGo(RunSite site)
    {
        var options = site.Line.Options(Go, 1);
        if (options.Has("-C"))
        {
            return null;
        }

        return site.Verb switch
        {
            "mod" when site.Words.Contains("vendor") => [site.OpenBelow("vendor")],
            "mod" or "work" => [site.OpenBelow("go.sum"), site.OpenBelow("go.mod"), site.OpenBelow("go.work")],
            "env" or "version" or "vet" or "list" or "clean" or "fmt" or "telemetry" => [],
            "test" => [.. options.Values("-o", "-coverprofile").Select(site.Make)],
            "install" or "get" => [.. GoBin(site)],
            "build" when options.Value("-o") is { } output => [Output(site, output)],
            // Without -o the program is named after its directory and has no suffix.
            "build" => [site.Open(site.Here, path => path.Contains('.', StringComparison.Ordinal))],
            "generate" or "tool" => [site.Project],
            _ => null,
        };
    }

    private static ImageLayer Output(RunSite site, ShellWord output) =>
        site.Path(output) is { } path
            ? site.Text(output) is [.., '/'] or "." || site.Before.Find(path) is { Presence: Presence.Present, Actual: null }
                ? site.Open(path)
                : site.Make(output)
            : site.Everything;

    private static IEnumerable<ImageLayer> GoBin(RunSite site)
    {
        yield return site.Open("/go");
        if ((site.Variable("GOBIN") ?? site.Variable("GOPATH")) is { } directory)
        {
            yield return site.Open(ImagePath.Join(site.Here, directory));
        }

        if (site.Command.Assignments.Any(assignment => assignment.Name is "GOBIN" or "GOPATH"))
        {
            yield return site.Everything;
        }
    }

    private static IEnumerable<ImageLayer>? OfCargo(RunSite site)
    {
        var options = site.Line.Options(Cargo, 1);
        return site.Verb switch
        {
            "build" or "b" or "test" or "check" or "clippy" or "rustc" or "bench" or "doc" or "clean" => Compiled(site, options),
            "chef" when options.Operands is [{ Literal: "prepare" }, ..] =>
            [
                site.Open(options.Value("--recipe-path") is { } recipe ? site.Path(recipe) : ImagePath.Join(site.Here, "recipe.json")),
            ],
            "chef" => Compiled(site, options),
            "new" or "init" => [.. Created(site, options)],
            "fetch" or "update" or "generate-lockfile" => [site.OpenEverywhere("Cargo.lock")],
            "vendor" => [site.Open(site.Here)],
            "install" or "binstall" => [site.Elsewhere, .. options.Values("--root").Select(site.OpenAt), site.OpenEverywhere("target")],
            "login" or "version" or "--version" or "--list" or "search" => [],
            _ => null,
        };
    }

    private static IEnumerable<ImageLayer> Compiled(RunSite site, CommandOptions options)
    {
        yield return site.OpenEverywhere("target", site.Built.IsNoCrate);
        yield return site.OpenEverywhere("Cargo.lock");
        if (site.Variable("CARGO_TARGET_DIR") is { } directory)
        {
            yield return site.Open(ImagePath.Join(site.Here, directory));
        }

        foreach (var named in options.Values("--target-dir", "--out-dir", "--artifact-dir"))
        {
            yield return site.OpenAt(named);
        }

        if (site.Line.Environment.Any(assignment => assignment.Name == "CARGO_TARGET_DIR"))
        {
            yield return site.Everything;
        }
    }

    private static IEnumerable<ImageLayer> Created(RunSite site, CommandOptions options) =>
        options.Operands.Count > 0 ? options.Operands.Select(site.OpenAt) : [site.OpenBelow("src"), site.OpenBelow("Cargo.toml")];

    private static IEnumerable<ImageLayer>? OfDotnet(RunSite site)
    {
        if (
            site.Words.Any(word =>
                word.Contains("PublishDir", StringComparison.Ordinal)
                || word.Contains("OutputPath", StringComparison.Ordinal)
                || word.Contains("OutDir", StringComparison.Ordinal)
            )
        )
        {
            return null;
        }

        var output = site.Line.Options(Dotnet, 1).Values("-o", "--output");
        return site.Verb switch
        {
            "restore" => [site.OpenEverywhere("obj")],
            "build" or "publish" or "pack" or "test" or "clean" =>
            [
                .. output.Select(site.OpenAt),
                site.OpenEverywhere("bin"),
                site.OpenEverywhere("obj"),
            ],
            "tool" or "workload" or "nuget" or "--info" or "--list-sdks" =>
            [
                site.Elsewhere,
                .. site.Line.Options(Dotnet, 1).Values("--tool-path").Select(site.OpenAt),
            ],
            "dev-certs" => [.. site.Line.Options(Dotnet, 1).Values("-ep", "--export-path").Select(site.Make)],
            _ => null,
        };
    }

    private static IEnumerable<ImageLayer>? OfMaven(RunSite site) =>
        site.Words.Any(word => word.StartsWith("-D", StringComparison.Ordinal) && word.Contains("irectory", StringComparison.Ordinal))
            ? null
            : [site.OpenEverywhere("target"), site.OpenEverywhere(".mvn"), site.Open("/root/.m2")];
}
