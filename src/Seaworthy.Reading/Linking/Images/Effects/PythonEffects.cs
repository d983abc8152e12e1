using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>Python's installers, environments, and Django's commands.</summary>
internal static class PythonEffects
{
    private static readonly OptionGrammar Pip = new(
        """
        -r --requirement -c --constraint -e --editable -i --index-url --extra-index-url -f --find-links -t --target --prefix --root -w --wheel-dir -d --dest
        --trusted-host --cache-dir --python -p -o --output --output-file --python-version --platform --only-binary --no-binary --timeout
        """
    );

    public static IEnumerable<ImageLayer>? Of(RunSite site) =>
        site.Line.Program switch
        {
            "pip" or "pip3" => Installed(site),
            "uv" => Uv(site),
            "pip-compile" =>
            [
                .. site.Line.Options(Pip).Values("-o", "--output-file").Select(site.Make),
                site.OpenBelow("requirements.txt"),
            ],
            "poetry" or "pipenv" or "pdm" or "rye" or "hatch" => Managed(site),
            "virtualenv" => [.. site.Line.Options(Pip).Operands.Select(site.OpenAt)],
            "conda" or "mamba" or "micromamba" => [site.Elsewhere],
            "manage.py" or "django-admin" => Django(site),
            { } program when program.StartsWith("python", StringComparison.Ordinal) => Interpreted(site),
            { } program when program.StartsWith("pip3.", StringComparison.Ordinal) => Installed(site),
            _ => null,
        };

    private static IEnumerable<ImageLayer>? Interpreted(RunSite site)
    {
        var words = site.Words.ToList();
        return words switch
        {
            ["-m", "venv", ..] => [.. site.Line.Options(new OptionGrammar("-m --prompt")).Operands.Select(site.OpenAt)],
            ["-m", "pip", ..] => Installed(site),
            ["-m", "ensurepip", ..] => [],
            ["-m", "spacy" or "nltk.downloader" or "playwright", ..] => [site.Elsewhere],
            ["-m", "compileall", ..] => [site.OpenEverywhere("__pycache__")],
            [var file, ..] when ImagePath.NameOf(file) == "manage.py" => Django(site),
            _ => null,
        };
    }

    /// <summary>Site packages and scripts are directories of the system; the rest is said by options.</summary>
    private static IEnumerable<ImageLayer> Installed(RunSite site)
    {
        var options = site.Line.Options(Pip);
        var named = options.Values("-t", "--target", "--prefix", "--root", "-w", "--wheel-dir", "-d", "--dest");
        foreach (var directory in named)
        {
            yield return site.OpenAt(directory);
        }

        if (options.Has("--user"))
        {
            yield return new ImageLayer.OpenedEverywhere("/", ".local", "this RUN may create it", site.Span);
        }

        if (named.Count == 0 && site.Words.Any(word => word is "wheel" or "download"))
        {
            yield return site.Open(site.Here);
        }

        // A build of the project itself leaves its traces beside it, and whatever its setup script does.
        if (options.Operands.Concat(options.Values("-e", "--editable")).Any(word => word.Prefix is ['.', ..]))
        {
            yield return site.OpenBelow("build");
            yield return site.OpenBelow("src");
        }
    }

    private static IEnumerable<ImageLayer> Uv(RunSite site)
    {
        var options = site.Line.Options(Pip);
        return site.Verb switch
        {
            "pip" when options.Value("-o", "--output-file") is { } output => [site.Make(output)],
            "pip" => Installed(site),
            "venv" when options.Operands is [_, var directory, ..] => [site.OpenAt(directory)],
            "export" or "pip-compile" when options.Value("-o", "--output-file") is { } output => [site.Make(output)],
            "sync" or "venv" or "lock" or "add" => Environment(site),
            "cache" or "python" or "tool" or "self" => [site.Elsewhere],
            _ => [site.Project],
        };
    }

    private static IEnumerable<ImageLayer> Environment(RunSite site)
    {
        yield return site.OpenEverywhere(".venv");
        yield return site.OpenBelow("uv.lock");
        if (site.Variable("UV_PROJECT_ENVIRONMENT") is { } directory)
        {
            yield return site.Open(ImagePath.Join(site.Here, directory));
        }
    }

    private static IEnumerable<ImageLayer> Managed(RunSite site) =>
        site.Verb switch
        {
            "config" or "cache" or "self" or "check" => [],
            "export" or "requirements" => [.. site.Line.Options(Pip).Values("-o", "--output").Select(site.Make)],
            "install" or "sync" or "lock" or "add" =>
            [
                site.OpenEverywhere(".venv"),
                site.Open(site.Here, path => ImagePath.NameOf(path) is not ("poetry.lock" or "Pipfile.lock" or "pdm.lock")),
            ],
            "build" => [site.OpenBelow("dist")],
            _ => [site.Project],
        };

    /// <summary>Static files go where the settings say: in the project, or in a directory that is named for them. Collecting them writes no program.</summary>
    private static IEnumerable<ImageLayer> Django(RunSite site) =>
        [
            site.Words.Any(word => word is "collectstatic" or "migrate" or "compilemessages" or "compress" or "check")
                ? site.Open(site.ProjectRoot, path => path.EndsWith(".py", StringComparison.Ordinal))
                : site.Project,
            site.Open("/", path => !path.Split('/').Any(part => part is "static" or "staticfiles" or "assets" or "media" or "vol")),
        ];
}
