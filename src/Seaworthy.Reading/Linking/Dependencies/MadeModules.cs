using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Signs that a module which no clone has is made before it is needed.</summary>
internal sealed class MadeModules(Deployment deployment)
{
    private static readonly HashSet<string> MadeDirectories = new(StringComparer.OrdinalIgnoreCase)
    {
        "generated",
        "gen",
        "dist",
        "build",
        "out",
        "target",
        "pkg",
        "obj",
        "bin",
        "output",
        "compiled",
        "artifacts",
        "typechain",
        "typechain-types",
        "prisma",
        "proto",
        "protos",
        "pb",
        "wasm",
        "static",
        "public",
        "assets",
        "coverage",
        "node_modules",
        "environments",
    };

    // What writes source before the build, by a part of the package's name.
    private static readonly string[] Generators =
    [
        "codegen",
        "openapi",
        "swagger",
        "orval",
        "contentlayer",
        "velite",
        "protobuf",
        "protoc",
        "ts-proto",
        "grpc-tools",
        "wasm",
        "paraglide",
        "lingui",
        "nexus",
        "keystone",
        "relay-compiler",
        "graphql-zeus",
        "genql",
        "peggy",
        "antlr",
        "style-dictionary",
        "typechain",
        "hey-api",
        "kubb",
    ];

    private static readonly HashSet<string> Copying = new(StringComparer.Ordinal)
    {
        "cp",
        "mv",
        "ln",
        "rsync",
        "git",
        "degit",
        "tar",
        "unzip",
        "cpx",
        "ncp",
        "copyfiles",
        "shx",
    };

    // Programs that read the files they are given, or do away with them.
    private static readonly HashSet<string> Reading = new(StringComparer.Ordinal)
    {
        "node",
        "python",
        "python3",
        "tsx",
        "ts-node",
        "eslint",
        "prettier",
        "ruff",
        "black",
        "flake8",
        "mypy",
        "pytest",
        "cat",
        "ls",
        "rm",
        "echo",
        "grep",
    };

    private const int LeastTelling = 6;

    private static readonly string[] Samples = ["template", "example", "sample", "default", ".dist"];

    /// <summary>Null when nothing suggests it.</summary>
    /// <param name="component">Whose source imports it.</param>
    /// <param name="path">The module.</param>
    /// <param name="missing">The outermost part of it that is not there.</param>
    public string? Because(Component component, string path, string missing)
    {
        var made = RepositoryPath.Below(component.Root, path).Split('/').FirstOrDefault(IsMade);
        return deployment.Tree.FindSubmodule(missing) is { } submodule ? $"{submodule.Path} is a submodule"
            : made is not null ? $"`{made}` is a name for generated files"
            : Generator(component) is { } generator ? $"{generator} may create it"
            : deployment.Tree.WhyIgnored(missing) is { } line && !IsPlain(line.Pattern)
                ? $"`{line.Pattern}` in {line.Span.File.Path} matches exactly this file, so something may create it"
            : Sample(missing) is { } sample ? $"{sample} is a sample to copy"
            : CommandPlaces
                .Of(deployment)
                .Any(command => Makes(command, missing) || MakesBelow(command, RepositoryPath.Below(component.Root, missing)))
                ? "a command may create it"
            : Writer(component, missing) is { } writer ? $"{writer} names it and may write it"
            : deployment.Tree.WhyIgnored(missing) is not null && Author(missing) is { } author ? $"{author} names it, and may create it"
            : IsCopied(RepositoryPath.Below(component.Root, missing)) ? "an image gets it from elsewhere"
            : null;
    }

    /// <summary>A name without more (<c>lib/</c>): it was to mean a directory elsewhere. With a slash in front it means this one.</summary>
    private static bool IsPlain(string pattern) => pattern is not ['/', ..] && !pattern.Trim('/').AsSpan().ContainsAny("/*?[.");

    private static bool IsMade(string part) =>
        MadeDirectories.Contains(part)
        || part is ['.' or '_', ..]
        || part.StartsWith("dist-", StringComparison.Ordinal)
        || part.StartsWith("build-", StringComparison.Ordinal)
        || part.Contains("generated", StringComparison.OrdinalIgnoreCase)
        || part.Contains(".gen", StringComparison.Ordinal)
        || part.Contains("_pb", StringComparison.Ordinal)
        || part.Contains("version", StringComparison.OrdinalIgnoreCase)
        || part.Contains("auto-import", StringComparison.Ordinal);

    private static string? Generator(Component component) =>
        component
            .Manifests.OfType<PackageJson>()
            .SelectMany(package => package.Dependencies)
            .Select(dependency => dependency.Name)
            .FirstOrDefault(name => Array.Exists(Generators, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary><c>config_template.py</c> beside the <c>config.py</c> that is missing.</summary>
    private string? Sample(string missing) =>
        deployment
            .Tree.FilesIn(RepositoryPath.Parent(missing))
            .Select(file => file.Path)
            .FirstOrDefault(path =>
                RepositoryPath.NameOf(path).StartsWith(RepositoryPath.NameOf(missing).Split('.')[0], StringComparison.OrdinalIgnoreCase)
                && Array.Exists(Samples, word => path.Contains(word, StringComparison.OrdinalIgnoreCase))
            );

    /// <summary>A script of the repository that the package runs, and that mentions the directory.</summary>
    private string? Writer(Component component, string missing) =>
        component
            .Manifests.OfType<PackageJson>()
            .SelectMany(package =>
                package
                    .Scripts.SelectMany(script => script.Commands)
                    .SelectMany(command => command.Arguments)
                    .Select(word => word.Literal)
                    .OfType<string>()
                    .Select(word => RepositoryPath.Join(package.File.Directory, word))
            )
            .OfType<string>()
            .Select(deployment.At<CodeFile>)
            .FirstOrDefault(file =>
                file?.File.Text.Contains(RepositoryPath.NameOf(missing).Split('.')[0], StringComparison.Ordinal) is true
            )
            ?.File.Path;

    /// <summary>Source that has the bare name of the missing directory among its texts, which no import does: a generator that somebody starts by hand or in a script.</summary>
    private string? Author(string missing)
    {
        var name = RepositoryPath.NameOf(missing);
        return name.Length < LeastTelling || name.Contains('.')
            ? null
            : deployment
                .Of<CodeFile>()
                .Select(file => file.File)
                .FirstOrDefault(file =>
                    file.Text.Contains($"\"{name}\"", StringComparison.Ordinal) || file.Text.Contains($"'{name}'", StringComparison.Ordinal)
                )
                ?.Path;
    }

    /// <summary>A command that names the path, or copies to a directory of its name.</summary>
    private static bool Makes(ShellCommand command, string missing)
    {
        var words = command.Words.Select(word => word.Literal).OfType<string>().ToList();
        return words is [var program, ..] && words.Exists(word => Ends(word, missing, Copying.Contains(program) ? 1 : 2));
    }

    /// <summary>A command that names a file in the directory, and does not just read it: <c>deno bundle mod.ts core/engine.js</c>.</summary>
    private static bool MakesBelow(ShellCommand command, string below)
    {
        var words = command.Words.Select(word => word.Literal).OfType<string>().ToList();
        return words is [var program, .. var rest]
            && !Reading.Contains(program)
            && rest.Exists(word => word.TrimStart('.', '/').StartsWith(below + "/", StringComparison.Ordinal));
    }

    /// <param name="below">The path from the component's directory on, as an image mostly has it.</param>
    private bool IsCopied(string below) =>
        deployment
            .Of<Dockerfile>()
            .SelectMany(file => file.Stages)
            .SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Copy>()
            .Any(copy => copy.Destination?.Literal is { } destination && Ends(destination, below, below.Split('/').Length));

    /// <summary>A path whose last parts are those of the one that is missing.</summary>
    private static bool Ends(string word, string missing, int parts)
    {
        var end = string.Join('/', missing.Split('/').TakeLast(parts));
        var path = "/" + word.TrimEnd('/');
        return path.EndsWith("/" + end, StringComparison.Ordinal) || path.Contains($"/{end}.", StringComparison.Ordinal);
    }
}
