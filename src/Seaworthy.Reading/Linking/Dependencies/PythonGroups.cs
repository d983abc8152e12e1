using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Which groups of a project an installation takes: <c>poetry install --without dev</c>, <c>uv sync --no-dev</c>. Where options may mean more, more is taken.</summary>
/// <remarks>Sources: Poetry documentation, "Dependency groups"; uv documentation, "uv sync"; Pipenv documentation, "pipenv install".</remarks>
internal sealed class PythonGroups
{
    private readonly HashSet<string> without;
    private readonly bool hasOptional;
    private readonly bool onlyMain;
    private readonly bool noDevelopment;
    private readonly string manager;

    public PythonGroups(ManifestInstallCommand install)
    {
        var options = CommandLine
            .Of(install.Command)
            .Options(new OptionGrammar("--without --only --no-group --with --group --only-group --extra -E --extras"));
        manager = install.Manager;
        without =
        [
            .. options
                .Values("--without", "--no-group")
                .SelectMany(value => value.ToString().Split(',', ' '))
                .Select(group => group.Trim('"', '\'')),
        ];
        onlyMain = options.Values("--only").Any(value => value.Literal == "main") || options.Has("--no-default-groups");
        noDevelopment = options.Has("--no-dev", "--prod", "--production", "--deploy");
        hasOptional =
            options.Has("--all-extras", "--all-groups")
            || options.Values("--with", "--group", "--only-group", "--extra", "-E", "--extras").Count > 0;
    }

    public bool Takes(Dependency dependency) =>
        dependency.Kind switch
        {
            DependencyKind.Build => false,
            DependencyKind.Optional => hasOptional,
            DependencyKind.Development when hasOptional => true,
            // Pipenv installs what its own options, which are others, say.
            DependencyKind.Development when manager == "pipenv" => true,
            DependencyKind.Development => !onlyMain
                && !(noDevelopment && (manager != "uv" || dependency.Group is null or "dev"))
                && !without.Contains(dependency.Group ?? "dev"),
            _ => true,
        };
}
