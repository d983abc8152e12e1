using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Go;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>What the commands of scripts, task files and pipelines need of the repository.</summary>
internal static class CommandPathUses
{
    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        var workspaces = Workspaces.Of(deployment);
        Lazy<SourceSpan?> beginning = new(() => Beginning(deployment));
        return deployment
            .Commands.Where(site => !site.IsRemote && site.Directories.Count > 0)
            .SelectMany(site => Uses(deployment, site, workspaces.At(site.Command), beginning))
            .DistinctBy(use => new
            {
                use.Role,
                use.Subject,
                use.Answer.Looked,
                use.Answer.Presence,
            });
    }

    private static IEnumerable<PathUse> Uses(Deployment deployment, CommandSite site, WorkspacePoint? point, Lazy<SourceSpan?> beginning)
    {
        foreach (var path in CommandPaths.Of(site).Concat(FrameworkSources.Of(deployment, site)))
        {
            if (path.Script is not null && !HasScript(deployment, site, path.Script))
            {
                continue;
            }

            if (
                OfNext(
                    deployment,
                    path,
                    Compiled(deployment, path, PathLookup.Find(deployment.Tree, path, site.Directories, point, site.IsAssumed))
                )
                    is not { } answer
                || (answer.IsMissing && point?.Around.IsTested(path.Path) == true)
                || (
                    answer.Presence == Presence.Absent
                    && path.Path == "go.mod"
                    && GoPathBuilds.KnowNoModules(deployment.Tree, site.Span.File)
                )
                || (path.Role == PathRole.ComposeFile && NamesComposeFile(deployment))
                // `npm ci || npm install`: the second installs without it.
                || (path.Role == PathRole.LockFile && site.Command.HasFallback)
                // That something else makes it is nothing to tell of: the front end is of another kind.
                || (answer.Presence == Presence.Unknown && path.Role == PathRole.FrameworkSource)
            )
            {
                continue;
            }

            var directory = RepositoryPath.Join(site.Directories[0], path.Directory) is { Length: > 0 } below
                ? below
                : "the repository root";
            if (
                answer.IsMissing
                && directory is not "the repository root"
                && !deployment.Tree.HasDirectory(directory)
                && (path.Tool.Length > 0 || IsEnteredInVain(deployment, site, answer))
            )
            {
                // The directory itself is missing; the command that enters it is reported.
                continue;
            }

            yield return new PathUse(path.Role, path.Path, path.Span, site.Subject, answer)
            {
                From = directory,
                IsAssumed = site.IsAssumed,
                // What `$(cat file)` fails of, the command around it does not.
                IsConditional =
                    site.IsConditional
                    || site.Command.IsInSubstitution
                    || point?.IsConditional == true
                    || path.IsConditional
                    // `python app.py &`: nobody waits for it, and the step goes on.
                    || site.Command.IsBackground
                    || RepositoryPath.IsSample(path.Span.File.Path),
                Tool = path.Tool,
                UnneededBecause =
                    answer.Presence != Presence.Absent || path.Role != PathRole.Manifest ? null
                    : IsAlone(deployment, site) ? $"nothing runs {site.Span.File.Path}, the only file there"
                    : beginning.Value is { } hint ? $"{hint} asks people to create their own first (`{hint.Text.Trim()}`)"
                    : null,
            };
        }
    }

    /// <summary>A script of which the source in TypeScript lies beside it, where the compiler has no other place for what it writes.</summary>
    /// <remarks>Source: TypeScript TSConfig reference, "outDir": without it, "JavaScript files will be emitted in the same directory".</remarks>
    private static PathAnswer? Compiled(Deployment deployment, CommandPath path, PathAnswer? answer) =>
        answer is { IsMissing: true, Looked: [.. var stem, '.', 'j', 's'] }
        && path.Role == PathRole.Script
        && deployment.Tree.HasFile($"{stem}.ts")
        && RepositoryPath
            .Ancestors(stem)
            .Select(directory => deployment.At<TsConfig>(RepositoryPath.Join(directory, "tsconfig.json") ?? ""))
            .FirstOrDefault(config => config is not null)
            is { OutDir: null, NoEmit: not true } compiler
            ? answer with
            {
                Presence = Presence.Unknown,
                Why = $"{compiler.File} makes the compiler write it beside {stem}.ts",
            }
            : answer;

    /// <summary>The server that Next.js writes beside a copy of the manifest: <c>npm start</c> is for the image that has both.</summary>
    /// <remarks>Source: Next.js documentation, "next.config.js: output".</remarks>
    private static PathAnswer? OfNext(Deployment deployment, CommandPath path, PathAnswer? answer) =>
        answer is { IsMissing: true }
        && path.Role == PathRole.Script
        && RepositoryPath.NameOf(answer.Looked) == "server.js"
        && deployment.In<CodeFile>(RepositoryPath.Parent(answer.Looked)).FirstOrDefault(file => file.Settings.Any(IsStandalone))
            is { } configuration
            ? answer with
            {
                Presence = Presence.Unknown,
                Why = $"{configuration.File.Path} makes Next.js write it, beside a copy of the manifest",
            }
            : answer;

    private static bool IsStandalone(FrameworkSetting setting) =>
        setting is { Name: "next.output", Value: CodeValue.Literal { Text: "standalone" } };

    /// <summary>The script is there, and nothing of the same file makes what lies beside it.</summary>
    private static bool HasScript(Deployment deployment, CommandSite site, string script) =>
        site.Directories.Any(directory => RepositoryPath.Join(directory, script) is { } path && deployment.Tree.HasFile(path))
        && !deployment.Commands.Any(other => other.Span.File == site.Span.File && BuildWrappers.AreMadeBy(other.Command));

    /// <summary>The command stands behind a <c>cd</c> into a directory that nobody has: it is never reached.</summary>
    private static bool IsEnteredInVain(Deployment deployment, CommandSite site, PathAnswer answer) =>
        answer.Presence == Presence.Absent
        && site.Directories.All(directory => directory.Length > 0 && !deployment.Tree.HasDirectory(directory));

    /// <summary>A template: its text tells how a project of one's own begins.</summary>
    private static SourceSpan? Beginning(Deployment deployment) =>
        deployment
            .Of<Document>()
            .SelectMany(document => document.Commands)
            .FirstOrDefault(command =>
                command.Words is [{ Literal: "go" }, { Literal: "mod" }, { Literal: "init" }, ..]
                || command.Words is [{ Literal: "npm" or "cargo" or "poetry" or "uv" or "composer" }, { Literal: "init" }, ..]
            )
            ?.Span;

    /// <summary>A file of variables says which files Compose loads.</summary>
    private static bool NamesComposeFile(Deployment deployment) =>
        deployment.Of<EnvFile>().Any(file => file.Find("COMPOSE_FILE") is not null);

    private static readonly PerDeployment<WrittenWords> Written = new(deployment => new WrittenWords(deployment.Commands));

    /// <summary>A file of tasks for something that is still to be written.</summary>
    private static bool IsAlone(Deployment deployment, CommandSite site)
    {
        var directory = site.Span.File.Directory;
        return directory.Length > 0
            && deployment.Tree.FilesUnder(directory).Take(2).Count() == 1
            && !Written.Of(deployment).IsIn(RepositoryPath.NameOf(directory), site.Span.File);
    }
}
