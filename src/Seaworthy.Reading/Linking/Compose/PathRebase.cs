using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>
/// Relative paths of an extended or included file, which start at a directory of their own, made to start at the project directory. Only the text
/// changes; the place stays where the path is written.
/// </summary>
/// <remarks>Source: the Compose specification, "extends", "Relative resources", and "include".</remarks>
internal sealed class PathRebase
{
    private readonly string prefix;

    private PathRebase(string prefix) => this.prefix = prefix;

    /// <summary>Null when both directories are one.</summary>
    public static PathRebase? Between(string project, string directory) =>
        project == directory ? null : new PathRebase(Relative(project, directory));

    public ComposeProject Apply(ComposeProject project) =>
        project with
        {
            Services = [.. project.Services.Select(service => Apply(service, isIncluded: true))],
            Secrets = [.. project.Secrets.Select(secret => secret with { File = Path(secret.File) })],
            Configs = [.. project.Configs.Select(config => config with { File = Path(config.File) })],
        };

    public ComposeService Apply(ComposeService service, bool isIncluded = false) =>
        service with
        {
            Build = service.Build is { } build ? Build(build, isIncluded) : null,
            EnvFiles = [.. service.EnvFiles.Select(file => file with { Path = Path(file.Path) ?? file.Path })],
            Volumes = [.. service.Volumes.Select(Mount)],
            Watch = [.. service.Watch.Select(watch => watch with { Path = Path(watch.Path) ?? watch.Path })],
        };

    // An included project is whole before it is taken over: a build without a context is one of its own directory.
    private ComposeBuild Build(ComposeBuild build, bool isIncluded) =>
        build with
        {
            Context =
                build.Context is { } context ? Context(context)
                : isIncluded ? Template.Of(prefix, build.Span)
                : null,
            AdditionalContexts =
            [
                .. build.AdditionalContexts.Select(other => other with { Value = other.Value is { } value ? Context(value) : null }),
            ],
        };

    private Template Context(Template context)
    {
        var isRemote =
            context.Raw.Contains(':', StringComparison.Ordinal) && !context.Raw.StartsWith("./", StringComparison.Ordinal)
            || context.Raw.StartsWith("github.com/", StringComparison.Ordinal);
        return isRemote && context.Variables.All(part => part.Operator is null) ? context : Path(context) ?? context;
    }

    private ComposeMount Mount(ComposeMount mount) =>
        mount.Type == ComposeMountType.Bind ? mount with { Source = Path(mount.Source) } : mount;

    // What begins with a variable may turn out absolute: it is left alone.
    private Template? Path(Template? path)
    {
        if (path is not { Parts: [{ Variable: null } first, ..] } || !RepositoryPath.IsRelative(first.Text))
        {
            return path;
        }

        var text = Under(first.Text);
        return path with { Raw = Under(path.Raw), Parts = [first with { Text = text }, .. path.Parts.Skip(1)] };
    }

    private string Under(string path)
    {
        var rest = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
        return rest is "." or "" ? prefix : $"{prefix}/{rest}";
    }

    private static string Relative(string from, string to)
    {
        var left = from.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var right = to.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var shared = 0;
        while (shared < left.Length && shared < right.Length && left[shared] == right[shared])
        {
            shared++;
        }

        return string.Join('/', Enumerable.Repeat("..", left.Length - shared).Concat(right[shared..]));
    }
}
