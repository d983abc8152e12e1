using System.Collections.Concurrent;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Linking.Values;

/// <summary>Which files of the repository an import leads to.</summary>
internal sealed class CodeModules(IEnumerable<CodeFile> files, ScriptNames names)
{
    private static readonly IReadOnlyList<string> ScriptSuffixes = [".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs", ".mts", ".cts"];

    private readonly Dictionary<string, CodeFile> byPath = files.ToDictionary(file => file.File.Path, StringComparer.Ordinal);

    // An import of Go ends with the name of the directory.
    private readonly ILookup<string, CodeFile> goByDirectory = files
        .Where(file => file.Language == Language.Go)
        .ToLookup(file => RepositoryPath.NameOf(file.File.Directory), StringComparer.Ordinal);

    // A public class of Java is in a file of its name; in Kotlin nearly always.
    private readonly ILookup<string, CodeFile> jvmByName = files
        .Where(file => file.Language is Language.Java or Language.Kotlin && file.Constants.Count > 0)
        .ToLookup(file => file.File.Name[..file.File.Name.LastIndexOf('.')], StringComparer.Ordinal);

    // The directory of an import decides where it leads.
    private readonly ConcurrentDictionary<Asked, IReadOnlyList<CodeFile>> found = new();

    /// <summary>The files behind a module, as one file names it. More than one where a module is a directory (Go); none for packages.</summary>
    public IReadOnlyList<CodeFile> Find(CodeFile from, string module, string? name = null)
    {
        Asked asked = new(from.Language, from.File.Directory, module, name);
        return found.TryGetValue(asked, out var known) ? known : found.GetOrAdd(asked, Search(from, module, name));
    }

    private IReadOnlyList<CodeFile> Search(CodeFile from, string module, string? name) =>
        from.Language switch
        {
            Language.JavaScript or Language.TypeScript => One(Script(from, module)),
            Language.Python => One(Python(from, module, name)),
            Language.Rust => One(Rust(from, module)),
            Language.Go => Go(from, module),
            Language.Java or Language.Kotlin => Jvm(module),
            Language.Php => One(Php(from, module)),
            Language.Ruby => One(Ruby(from, module)),
            Language.Dart => One(Dart(from, module)),
            _ => [],
        };

    /// <summary>The other files of a Go file's package.</summary>
    public IEnumerable<CodeFile> Beside(CodeFile file) =>
        goByDirectory[RepositoryPath.NameOf(file.File.Directory)]
            .Where(other => other.File.Directory == file.File.Directory && other != file);

    /// <summary>A class of the same package, which nobody has to import.</summary>
    public CodeFile? InPackage(CodeFile file, string name) =>
        jvmByName[name].FirstOrDefault(other => other.File.Directory == file.File.Directory);

    /// <summary><c>shop.orders.Paths</c> is the file <c>…/shop/orders/Paths.java</c>.</summary>
    private IReadOnlyList<CodeFile> Jvm(string module)
    {
        var dot = module.LastIndexOf('.');
        var directory = dot > 0 ? "/" + module[..dot].Replace('.', '/') : "";
        return [.. jvmByName[module[(dot + 1)..]].Where(file => ("/" + file.File.Directory).EndsWith(directory, StringComparison.Ordinal))];
    }

    private static IReadOnlyList<CodeFile> One(CodeFile? file) => file is null ? [] : [file];

    private CodeFile? Script(CodeFile from, string module) =>
        module is ['.', ..]
            ? RepositoryPath.Join(from.File.Directory, module) is { } path
                ? Script(path)
                : null
            : names.Places(from.File.Directory, module).Select(Script).FirstOrDefault(found => found is not null);

    private CodeFile? Script(string path)
    {
        if (byPath.TryGetValue(path, out var exact))
        {
            return exact;
        }

        // TypeScript names the file it will become: "./app.js" is app.ts.
        var bare =
            path.EndsWith(".js", StringComparison.Ordinal) || path.EndsWith(".mjs", StringComparison.Ordinal)
                ? path[..path.LastIndexOf('.')]
                : path;
        return ScriptSuffixes.Select(suffix => byPath.GetValueOrDefault(bare + suffix)).FirstOrDefault(found => found is not null)
            ?? ScriptSuffixes
                .Select(suffix => byPath.GetValueOrDefault($"{path}/index{suffix}"))
                .FirstOrDefault(found => found is not null);
    }

    /// <summary>A file beside this one, or from the root of the application on, which is some directory above.</summary>
    private CodeFile? Php(CodeFile from, string module) =>
        module.StartsWith(PhpPaths.FromRoot, StringComparison.Ordinal)
            ? RepositoryPath
                .Ancestors(from.File.Directory)
                .Select(directory => byPath.GetValueOrDefault(RepositoryPath.Join(directory, module[PhpPaths.FromRoot.Length..]) ?? ""))
                .FirstOrDefault(found => found is not null)
        : module is ['.', ..] && RepositoryPath.Join(from.File.Directory, module) is { } path ? byPath.GetValueOrDefault(path)
        : null;

    private CodeFile? Ruby(CodeFile from, string module) =>
        module is ['.', ..] && RepositoryPath.Join(from.File.Directory, module) is { } path
            ? byPath.GetValueOrDefault(path + ".rb") ?? byPath.GetValueOrDefault(path)
            : null;

    /// <summary><c>package:shop/config.dart</c> is <c>lib/config.dart</c> of the package around; else a path from this file on.</summary>
    private CodeFile? Dart(CodeFile from, string module)
    {
        if (!module.Contains(':', StringComparison.Ordinal))
        {
            return RepositoryPath.Join(from.File.Directory, module) is { } path ? byPath.GetValueOrDefault(path) : null;
        }

        return module.StartsWith("package:", StringComparison.Ordinal) && module.IndexOf('/', StringComparison.Ordinal) is var slash and > 0
            ? RepositoryPath
                .Ancestors(from.File.Directory)
                .Select(directory => byPath.GetValueOrDefault(RepositoryPath.Join(directory, "lib" + module[slash..]) ?? ""))
                .FirstOrDefault(found => found is not null)
            : null;
    }

    private CodeFile? Python(CodeFile from, string module, string? name)
    {
        var dots = module.TakeWhile(letter => letter == '.').Count();
        var path = module[dots..].Replace('.', '/');
        if (dots > 0)
        {
            var start = from.File.Directory;
            for (var up = 1; up < dots; up++)
            {
                start = RepositoryPath.Parent(start);
            }

            return Python(start, path, name);
        }

        return RepositoryPath
            .Ancestors(from.File.Directory)
            .Select(directory => Python(directory, path, name))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary><c>from package import name</c> may name a module of the package.</summary>
    private CodeFile? Python(string directory, string path, string? name)
    {
        var module = RepositoryPath.Join(directory, path) ?? "";
        var inside =
            name is null or "*" ? null
            : module.Length == 0 ? name
            : $"{module}/{name}";
        return (inside is null ? null : byPath.GetValueOrDefault(inside + ".py") ?? byPath.GetValueOrDefault(inside + "/__init__.py"))
            ?? byPath.GetValueOrDefault(module + ".py")
            ?? byPath.GetValueOrDefault(module.Length == 0 ? "__init__.py" : module + "/__init__.py");
    }

    private CodeFile? Rust(CodeFile from, string module)
    {
        var parts = module.Split("::");
        var source = RepositoryPath.Ancestors(from.File.Directory).FirstOrDefault(directory => RepositoryPath.NameOf(directory) == "src");
        var start = parts[0] is "self" or "super" ? from.File.Directory : source;
        if (start is null)
        {
            return null;
        }

        var names = parts is ["crate" or "self" or "super", ..] ? parts[1..] : parts;
        for (var count = names.Length; count > 0; count--)
        {
            var path = $"{start}/{string.Join('/', names[..count])}";
            if ((byPath.GetValueOrDefault(path + ".rs") ?? byPath.GetValueOrDefault(path + "/mod.rs")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>A Go import ends with the directory; where the module's own path ends does not matter for finding it.</summary>
    private IReadOnlyList<CodeFile> Go(CodeFile from, string module)
    {
        var parts = module.Split('/');
        var candidates = goByDirectory[parts[^1]];
        for (var skip = 0; skip < parts.Length; skip++)
        {
            var directory = string.Join('/', parts[skip..]);
            var found = candidates
                .Where(file => file.File.Directory == directory || file.File.Directory.EndsWith("/" + directory, StringComparison.Ordinal))
                .ToList();
            if (found.Count > 0)
            {
                return parts.Length - skip >= 2 || found.Select(file => file.File.Directory).Distinct().Count() == 1
                    ? Nearest(from, found)
                    : [];
            }
        }

        return [];
    }

    /// <summary>If several services have an <c>internal/config</c>, the one of the importing service.</summary>
    private static IReadOnlyList<CodeFile> Nearest(CodeFile from, IReadOnlyList<CodeFile> found)
    {
        var own = from.File.Directory.Split('/');
        var most = found.Max(Shared);
        return [.. found.Where(file => Shared(file) == most)];

        int Shared(CodeFile file) =>
            file
                .File.Directory.Split('/')
                .Zip(own, (one, other) => new { one, other })
                .TakeWhile(pair => string.Equals(pair.one, pair.other, StringComparison.Ordinal))
                .Count();
    }

    private sealed record Asked(Language Language, string Directory, string Module, string? Name);
}
