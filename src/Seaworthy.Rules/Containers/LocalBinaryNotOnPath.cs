using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A command of an image on Node calls a program by its bare name that lies in <c>node_modules/.bin</c>.</summary>
/// <remarks>Sources: npm documentation, "npm run": it puts node_modules/.bin before PATH for scripts; docker-library, node: the images hold node, npm, npx, corepack and yarn.</remarks>
internal sealed class LocalBinaryNotOnPath : Rule<LocalBinaryNotOnPath.BareCall>
{
    private const string Binaries = "node_modules/.bin";

    // Programs of packages that projects install for themselves, with the package that brings each.
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["tsc"] = "typescript",
        ["vite"] = "vite",
        ["ng"] = "@angular/cli",
        ["nest"] = "@nestjs/cli",
        ["next"] = "next",
        ["nuxt"] = "nuxt",
        ["nuxi"] = "nuxi",
        ["webpack"] = "webpack",
        ["tsx"] = "tsx",
        ["ts-node"] = "ts-node",
        ["prisma"] = "prisma",
        ["vitest"] = "vitest",
        ["jest"] = "jest",
        ["eslint"] = "eslint",
        ["turbo"] = "turbo",
        ["nx"] = "nx",
        ["astro"] = "astro",
        ["react-scripts"] = "react-scripts",
        ["drizzle-kit"] = "drizzle-kit",
        ["tsup"] = "tsup",
        ["rollup"] = "rollup",
        ["vue-tsc"] = "vue-tsc",
        ["nodemon"] = "nodemon",
        ["serve"] = "serve",
        ["pm2"] = "pm2",
    };

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/local-binary-not-on-path",
            Title = "Local npm binary without npx",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale =
                "Only npm scripts and `npx` look into node_modules/.bin: the shell answers `not found`, and the build or the start fails.",
            Holds = "Programs of npm packages are called through npx or a script, or are installed globally.",
        };

    public override IEnumerable<BareCall> Subjects(Deployment deployment) =>
        deployment.Images.SelectMany(image => Runs(image).Concat(Start(image))).DistinctBy(call => call.Word);

    protected override Subject Identify(BareCall subject) => new(subject.Image.Name, subject.Word);

    protected override IEnumerable<Verdict> Check(BareCall subject, Deployment deployment)
    {
        var (image, stage, program, word) = subject;
        if (image.Dockerfile.File.Mentions(Binaries) || image.Down(stage).Any(other => IsInstalled(other, program)))
        {
            yield break;
        }

        yield return Fail(word, $"{image.Name} calls `{program}`, but npm installs it in node_modules/.bin, which is not on PATH.")
            .Remedy($"Write `npx {program}` in {word}, or call it through a script of package.json.")
            .Verify(BuiltImage.Build(image.Name, deployment));
    }

    private static IEnumerable<BareCall> Runs(Image image) =>
        from stage in image.Stages
        where IsOnNode(stage)
        from command in stage.Commands
        where command.IsDemanded
        let line = CommandLine.Of(command.Command)
        where line.Wrappers.Count == 0 && line.ProgramWord?.Literal is { } program && Packages.ContainsKey(program)
        select new BareCall(image, stage, line.Program, command.Command.Span);

    private static IEnumerable<BareCall> Start(Image image) =>
        IsOnNode(image.Final)
        && StartProgram.Of(image.Final.Entrypoint, image.Final.Command) is { Word: { } word }
        && Packages.ContainsKey(word.Value)
            ? [new BareCall(image, image.Final, word.Value, word.Span)]
            : [];

    private static bool IsOnNode(ImageStage stage) => stage.PublicBase?.Name is "node" or "library/node";

    /// <summary>For the whole image: <c>npm install -g typescript</c>, <c>yarn global add serve</c>; or from a file that is not read.</summary>
    private static bool IsInstalled(ImageStage stage, string program) =>
        stage.Commands.Any(command => Installs(command.Command, program))
        || stage.Commands.Any(command =>
            command.Command.Program is "ln" or "npm"
            && command.Command.Words.Any(word => word.Literal is "link" || word.Raw.EndsWith("/" + program, StringComparison.Ordinal))
        );

    private static bool Installs(ShellCommand command, string program) =>
        command.Words.Any(word =>
            word.Literal is "-g" or "--global" or "global" || word.Raw.Contains("--location=global", StringComparison.Ordinal)
        )
        && command.Words.Any(word =>
            word.Literal is null
            || word.Raw.Contains(Packages[program], StringComparison.Ordinal)
            || word.Raw.Contains(program, StringComparison.Ordinal)
        );

    /// <summary>A call by the bare name.</summary>
    internal sealed record BareCall(Image Image, ImageStage Stage, string Program, SourceSpan Word);
}
