using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Python;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Stores;

/// <summary>Files to keep that the source of a workload names.</summary>
internal sealed class NamedInCode
{
    // Addresses of databases among the settings that readers name.
    private static readonly string[] Addresses = ["database.address", "sqlalchemy.url", "sqlalchemy.asyncUrl"];

    private readonly Workload workload;
    private readonly CodeValues values;
    private readonly List<CodeFile> code;
    private readonly bool hasOneSettings;

    /// <param name="workload">Whose source it is.</param>
    /// <param name="values">Follows expressions.</param>
    /// <param name="loaded">The files that its program certainly loads; empty where it was not followed.</param>
    public NamedInCode(Workload workload, CodeValues values, IReadOnlySet<string> loaded)
    {
        this.workload = workload;
        this.values = values;
        hasOneSettings = workload.Components.SelectMany(component => component.Code).Count(IsDjango) == 1;
        code =
        [
            .. workload
                .Components.Where(component => !component.IsStaticSite)
                .SelectMany(component => component.Code)
                .Where(file => !file.IsTest && IsLoaded(file, loaded)),
        ];
    }

    public IEnumerable<NamedFiles> All => code.SelectMany(In);

    /// <summary>Of a program that is followed from its command on, what it loads; settings of Django are named by a variable.</summary>
    private static bool IsLoaded(CodeFile file, IReadOnlySet<string> loaded) =>
        loaded.Count == 0
        || loaded.Contains(file.File.Path)
        || file.Language is not (Language.JavaScript or Language.TypeScript or Language.Python)
        || IsDjango(file);

    private IEnumerable<NamedFiles> In(CodeFile file)
    {
        var addresses = file
            .Settings.Where(setting => Addresses.Contains(setting.Name))
            .Select(setting => new KeptPath(setting.Value, KeptKind.Database, false, setting.Span));
        var written = file
            .OpenedPaths.Where(opened => opened.IsWrite)
            .Select(opened => new KeptPath(opened.Path, KeptKind.Uploads, opened.IsRelativeToFile, opened.Span));
        foreach (var path in file.KeptPaths.Concat(addresses).Concat(ByName(file)).Where(path => IsChosen(path, file)))
        {
            if (Resolve(path, file) is { } named)
            {
                yield return named;
            }
        }

        foreach (var path in written)
        {
            if (Resolve(path, file) is { } named && UploadNames.In(named.Path) is { } directory)
            {
                yield return named with
                {
                    Path = directory,
                };
            }
        }
    }

    /// <summary>Settings and constants whose name says what the directory is for: <c>UPLOAD_DIR</c>.</summary>
    private static IEnumerable<KeptPath> ByName(CodeFile file)
    {
        var read = file
            .EnvironmentReads.Where(read => !read.IsBuildTime && UploadNames.IsSetting(read.Name))
            .Select(read => new CodeValue.Environment(read.Name, read.Default, read.Span))
            .Select(value => new KeptPath(value, KeptKind.Uploads, false, value.Span));
        var named = file
            .Constants.Where(constant => UploadNames.IsSetting(constant.Name) && constant.Value is CodeValue.Literal)
            .Select(constant => new KeptPath(constant.Value, KeptKind.Uploads, false, constant.Span));
        return read.Concat(named).DistinctBy(path => path.Span.StartLine);
    }

    /// <summary>Of several settings modules of Django, only the one that a variable names is certain.</summary>
    private bool IsChosen(KeptPath path, CodeFile file) =>
        path.Kind != KeptKind.Database
        || !IsDjango(file)
        || hasOneSettings
        || workload.Supplied.LastOrDefault(variable => variable.Name == DjangoSettings.ModuleVariable)?.Value.Text is { } module
            && ("/" + file.File.Path).EndsWith($"/{module.Replace('.', '/')}.py", StringComparison.Ordinal);

    private static bool IsDjango(CodeFile file) =>
        file.Settings.Any(setting =>
            setting.Name.StartsWith("django.", StringComparison.Ordinal) && setting.Name != "django.settingsModule"
        );

    /// <summary>The path with what the workload is given. What nobody sees may be anything: then the default, and the doubt.</summary>
    private NamedFiles? Resolve(KeptPath path, CodeFile file)
    {
        string? doubt = null;
        // Whatever the address is, if not one of SQLite's: the secrets of a pipeline are not in the repository.
        if (
            path.ReplacedBy is { } variable
            && Given(variable) is { } other
            && other.Text?.StartsWith("sqlite", StringComparison.Ordinal) != true
        )
        {
            return null;
        }

        var replaced = doubt;
        var resolved = values.Resolve(path.Path, file, Given);
        var text = resolved.Text ?? Head(resolved);
        var written =
            text is null ? null
            : path.Kind == KeptKind.Database ? FileAddress.Of(text, file.Language) ?? Plain(path, text)
            : text;
        return written is { Length: > 0 } && !written.Contains("://", StringComparison.Ordinal)
            ? new NamedFiles(path.Kind, written, path.IsRelativeToFile ? file : null, path.Span)
            {
                DoubtedBecause = path.IsFileAnyway && workload.Mounts.Count == 0 ? replaced : doubt,
            }
            : null;

        Resolved? Given(string name)
        {
            var given =
                workload.Supplied.LastOrDefault(supplied => supplied.Name == name)?.Value
                ?? (workload.FindPromised(name)?.Value?.Literal is { } promised ? Resolved.Known(promised) : null);
            doubt ??= given is null && workload.SuppliesMoreBecause is { } more ? $"{name} may name another place ({more})" : null;
            return given;
        }
    }

    // "uploads/" + name: the directory is known.
    private static string? Head(Resolved resolved) =>
        resolved.Outline?.Split(Resolved.Hole)[0] is { Length: > 1 } head && head.Contains('/', StringComparison.Ordinal) ? head : null;

    /// <summary>What a constructor of SQLite takes is a path whatever it looks like.</summary>
    private static string? Plain(KeptPath path, string text) =>
        path.Path is CodeValue.Literal
        && text.Length > 0
        && !text.Contains(':', StringComparison.Ordinal)
        && !text.Contains('=', StringComparison.Ordinal)
            ? text
            : null;
}
