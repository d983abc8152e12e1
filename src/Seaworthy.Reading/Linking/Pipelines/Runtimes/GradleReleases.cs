using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Pipelines.Runtimes;

/// <summary>The highest release of Java that a Gradle build compiles for with the Java that runs it.</summary>
/// <remarks>
/// Sources: Gradle User Manual, "Building Java &amp; JVM projects", "Toolchains for JVM projects" (a toolchain is looked for on the machine, and found or fetched: nothing is said of those builds);
/// Android Developers, "Java versions in Android builds".
/// </remarks>
internal sealed class GradleReleases(Deployment deployment)
{
    private static readonly string[] Statements = ["options.release", "sourceCompatibility", "targetCompatibility"];

    // What follows them is no task.
    private static readonly HashSet<string> WithValue = new(StringComparer.Ordinal)
    {
        "-x",
        "--exclude-task",
        "--tests",
        "-I",
        "--init-script",
        "-g",
        "--gradle-user-home",
        "--console",
        "--max-workers",
    };

    // Tasks of other plugins than that of Java, and what the project's script says of the plugin.
    private static readonly PluginTask[] OfPlugins =
    [
        new("bootJar", "boot"),
        new("bootWar", "boot"),
        new("bootRun", "boot"),
        new("bootBuildImage", "boot"),
        new("shadowJar", "shadow"),
        new("installDist", "application"),
        new("run", "application"),
        new("assembleDebug", "android"),
        new("assembleRelease", "android"),
        new("bundleDebug", "android"),
        new("bundleRelease", "android"),
        new("testDebugUnitTest", "android"),
        new("testReleaseUnitTest", "android"),
    ];

    private static readonly HashSet<string> OfAll = new(StringComparer.Ordinal)
    {
        "build",
        "assemble",
        "check",
        "test",
        "classes",
        "jar",
        "compileJava",
    };

    public RuntimeRequirement? Of(CommandLine line, string directory)
    {
        if (
            line.Arguments.Any(word =>
                word.Literal is "-p" or "--project-dir" or "-b" or "--build-file" or "-c" or "--settings-file"
                || word.Raw.Contains("java", StringComparison.Ordinal)
                || word.Raw.Contains("toolchain", StringComparison.Ordinal)
            )
            || Settings(directory) is not { } settings
            || deployment.Tree.HasDirectory(RepositoryPath.Join(directory, "buildSrc") ?? "")
            || deployment.Tree.HasFile(RepositoryPath.Join(directory, "gradle/gradle-daemon-jvm.properties") ?? "")
        )
        {
            return null;
        }

        var root = Script(directory);
        List<Project> projects =
        [
            .. from path in settings.Modules.Select(module => module.Value).Prepend("").Distinct(StringComparer.Ordinal)
            let build = path.Length == 0 ? root : Script(RepositoryPath.Join(directory, path))
            where build is not null
            select new Project(path, build),
        ];
        if (projects.Select(one => one.Build).Append(settings).Any(build => build.File.Text.Contains("oolchain", StringComparison.Ordinal)))
        {
            return null;
        }

        return Tasks(line)
            .SelectMany(task => projects.Where(one => Has(one.Path, one.Build, task)))
            .Where(one => HasSource(one.Build))
            .Select(one => Stated(one.Build, root))
            .OfType<RuntimeRequirement>()
            .OrderByDescending(demand => VersionLine.Parse(demand.Version)?.First ?? 0)
            .FirstOrDefault();
    }

    private JavaBuild? Settings(string directory) => At(directory, "settings.gradle") ?? At(directory, "settings.gradle.kts");

    private JavaBuild? Script(string? directory) => At(directory, "build.gradle") ?? At(directory, "build.gradle.kts");

    private JavaBuild? At(string? directory, string name) =>
        directory is not null && RepositoryPath.Join(directory, name) is { } path ? deployment.At<JavaBuild>(path) : null;

    private static IEnumerable<string> Tasks(CommandLine line)
    {
        for (var at = 0; at < line.Arguments.Count; at++)
        {
            var word = line.Arguments[at].Literal;
            if (word is not null && WithValue.Contains(word))
            {
                at++;
            }
            else if (word is not (null or ['-', ..]))
            {
                yield return word;
            }
        }
    }

    /// <summary>The task compiles the project's own source: <c>:app:bundleRelease</c> of that project, <c>build</c> of all.</summary>
    private static bool Has(string path, JavaBuild build, string task)
    {
        var name = task[(task.LastIndexOf(':') + 1)..];
        var project = task[..^name.Length].Trim(':').Replace(':', '/');
        return (project.Length == 0 || project == path)
            && (
                OfAll.Contains(name)
                || Array.Exists(
                    OfPlugins,
                    one => one.Task == name && build.File.Text.Contains(one.Plugin, StringComparison.OrdinalIgnoreCase)
                )
            );
    }

    private bool HasSource(JavaBuild build) =>
        deployment
            .Tree.FilesUnder(RepositoryPath.Join(build.File.Directory, "src/main") ?? "")
            .Any(file => file.Path.EndsWith(".java", StringComparison.Ordinal));

    /// <summary>What the project's script says itself or by a script that it applies, else what its root says for all.</summary>
    private RuntimeRequirement? Stated(JavaBuild build, JavaBuild? root)
    {
        List<RuntimeRequirement> own = [.. build.Runtimes.Concat(Applied(build)).Where(IsPlain)];
        return own.Count == 0 && root is { ConfiguresModules: true } && root != build
            ? Lowest([.. root.Runtimes.Where(IsPlain)])
            : Lowest(own);
    }

    // Several that differ: which holds is not asked, all of them have to be above.
    private static RuntimeRequirement? Lowest(List<RuntimeRequirement> stated) =>
        stated.OrderBy(one => VersionLine.Parse(one.Version)?.First ?? 0).FirstOrDefault();

    private IEnumerable<RuntimeRequirement> Applied(JavaBuild build) =>
        from plugin in build.Plugins
        where plugin.Value.EndsWith(".gradle", StringComparison.Ordinal)
        let script = deployment.At<GradleScript>(RepositoryPath.Join(build.File.Directory, plugin.Value) ?? "")
        where script is not null
        from runtime in script.Runtimes
        select runtime;

    /// <summary>A number, or a constant of JavaVersion: nothing that is computed.</summary>
    private static bool IsPlain(RuntimeRequirement runtime)
    {
        var line = runtime.Span.Line;
        var word = Array.Find(Statements, word => line.Contains(word, StringComparison.Ordinal));
        if (word is null)
        {
            return false;
        }

        var value = line[(line.IndexOf(word, StringComparison.Ordinal) + word.Length)..].TrimStart(' ', '=', '(', '"', '\'');
        value = value.StartsWith(".set(", StringComparison.Ordinal) ? value[".set(".Length..] : value;
        return value is [>= '0' and <= '9', ..] || value.StartsWith("JavaVersion.VERSION_", StringComparison.Ordinal);
    }

    private sealed record PluginTask(string Task, string Plugin);

    private sealed record Project(string Path, JavaBuild Build);
}
