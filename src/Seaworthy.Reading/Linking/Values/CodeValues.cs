using System.Text;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Values;

/// <summary>Expressions of the source followed to a text: constants of the file, constants of imported files, environment reads with what the process is given.</summary>
internal sealed class CodeValues(CodeModules modules)
{
    private const int DepthLimit = 12;

    /// <param name="value">The expression.</param>
    /// <param name="file">The file it is in.</param>
    /// <param name="environment">What the process is given under a name: the value, or null when it is unset. Unknown when nobody can tell.</param>
    public Resolved Resolve(CodeValue value, CodeFile file, Func<string, Resolved?> environment) => Resolve(value, file, environment, 0);

    private Resolved Resolve(CodeValue value, CodeFile file, Func<string, Resolved?> environment, int depth)
    {
        if (depth > DepthLimit)
        {
            return Resolved.Unknown("it refers to itself", value.Span);
        }

        return value switch
        {
            CodeValue.Literal literal => Resolved.Known(literal.Text, literal.Span),
            CodeValue.Environment read => Environment(read, file, environment, depth),
            CodeValue.Concatenation all => Concatenate(all, file, environment, depth),
            CodeValue.Choice choice => Choose(choice, file, environment, depth),
            CodeValue.Reference reference => Follow(reference, file, environment, depth),
            CodeValue.Unknown unknown => Resolved.Unknown(unknown.Why, unknown.Span),
            _ => Resolved.Unknown("it is computed", value.Span),
        };
    }

    private Resolved Environment(CodeValue.Environment read, CodeFile file, Func<string, Resolved?> environment, int depth)
    {
        if (environment(read.Name) is { } given)
        {
            return given with { Chain = [.. given.Chain, read.Span] };
        }

        return read.Default is { } fallback
            ? Resolve(fallback, file, environment, depth + 1)
            : Resolved.Unknown($"{read.Name} is not set", read.Span);
    }

    private Resolved Concatenate(CodeValue.Concatenation all, CodeFile file, Func<string, Resolved?> environment, int depth)
    {
        StringBuilder text = new();
        List<SourceSpan> chain = [];
        foreach (var part in all.Parts)
        {
            var resolved = Resolve(part, file, environment, depth + 1);
            chain.AddRange(resolved.Chain);
            if (resolved.Text is null)
            {
                return resolved with { Chain = chain };
            }

            text.Append(resolved.Text);
        }

        return Resolved.Known(text.ToString(), chain);
    }

    /// <summary>The first option that is set; an option nobody can tell makes the whole unknown.</summary>
    private Resolved Choose(CodeValue.Choice choice, CodeFile file, Func<string, Resolved?> environment, int depth)
    {
        if (choice.IsConditional)
        {
            var branches = choice.Options.Select(option => Resolve(option, file, environment, depth + 1)).ToList();
            return branches.Count > 0 && branches.TrueForAll(branch => branch.Text is not null && branch.Text == branches[0].Text)
                ? branches[0]
                : Resolved.Unknown("it depends on a condition", choice.Span);
        }

        foreach (var option in choice.Options)
        {
            if (option is CodeValue.Environment { Default: null } read && environment(read.Name) is null)
            {
                continue;
            }

            return Resolve(option, file, environment, depth + 1);
        }

        return Resolved.Unknown("none of the alternatives is set", choice.Span);
    }

    private Resolved Follow(CodeValue.Reference reference, CodeFile file, Func<string, Resolved?> environment, int depth)
    {
        if (DefinitionOf(reference, file) is var (own, holder))
        {
            var value = Resolve(own.Value, holder, environment, depth + 1);
            return value with { Chain = [.. value.Chain, reference.Span] };
        }

        return Beside(reference, file, environment, depth) ?? Resolved.Unknown($"{reference.Name} is not followed", reference.Span);
    }

    /// <summary>The constant that a name stands for, in this file or in one that it imports, with the file that holds it; null where neither has one.</summary>
    public (CodeConstant Constant, CodeFile File)? DefinitionOf(CodeValue.Reference reference, CodeFile file)
    {
        if (Constant(file, reference.Name) is { } own && !ReferenceEquals(own.Value, reference))
        {
            return (own, file);
        }

        var (first, rest) = Head(reference.Name);
        foreach (var import in file.Imports.Where(import => import.Local == first || import.Local == reference.Name))
        {
            var inside = import.Local == reference.Name ? "" : rest;
            foreach (var other in modules.Find(file, import.Module, import.Name))
            {
                if (Exported(other, import, inside) is { } found)
                {
                    return (found, other);
                }
            }
        }

        return null;
    }

    /// <summary>On the JVM: a member of a class of this file, or of the package, which nobody has to import.</summary>
    private Resolved? Beside(CodeValue.Reference reference, CodeFile file, Func<string, Resolved?> environment, int depth)
    {
        if (file.Language == Language.Dart)
        {
            return OfLibraries(reference, file, environment, depth);
        }

        if (file.Language is not (Language.Java or Language.Kotlin))
        {
            return null;
        }

        var (first, rest) = Head(reference.Name);
        CodeImport whole = new("", null, first, false, reference.Span);
        if (Exported(file, whole, reference.Name) is { } own && !ReferenceEquals(own.Value, reference))
        {
            return Resolve(own.Value, file, environment, depth + 1);
        }

        return rest.Length > 0 && modules.InPackage(file, first) is { } other && Exported(other, whole, rest) is { } found
            ? Resolve(found.Value, other, environment, depth + 1)
            : null;
    }

    /// <summary>In Dart every name of a library is there once it is imported.</summary>
    private Resolved? OfLibraries(CodeValue.Reference reference, CodeFile file, Func<string, Resolved?> environment, int depth)
    {
        foreach (var import in file.Imports.Where(import => import.Name == "*"))
        {
            foreach (var other in modules.Find(file, import.Module, import.Name))
            {
                if (Constant(other, reference.Name) is { } found)
                {
                    var value = Resolve(found.Value, other, environment, depth + 1);
                    return value with { Chain = [.. value.Chain, reference.Span] };
                }
            }
        }

        return null;
    }

    public static CodeConstant? Constant(CodeFile file, string name) =>
        file.Constants.LastOrDefault(constant => constant.Name == name) is { } last && !IsOneOfSeveral(file, last) ? last : null;

    /// <summary>Python: the last of several values is in a branch, so an earlier one may hold.</summary>
    private static bool IsOneOfSeveral(CodeFile file, CodeConstant last) =>
        file.Language == Language.Python
        && !last.Name.Contains('.', StringComparison.Ordinal)
        && last.Span.Start > 0
        && last.Span.File.Text[last.Span.Start - 1] is ' ' or '\t'
        && file.Constants.Any(other => other.Name == last.Name && other.Span != last.Span);

    /// <summary>A name of another file: the import's own name in front, or, for a default export or an instance of a class, the one member of that name.</summary>
    private static CodeConstant? Exported(CodeFile file, CodeImport import, string rest)
    {
        var name =
            import.Name is null or "*" or "default" ? rest
            : rest.Length == 0 ? import.Name
            : $"{import.Name}.{rest}";
        if (name.Length > 0 && Constant(file, name) is { } exact)
        {
            return exact;
        }

        if (rest.Length == 0)
        {
            if (file.Language is not (Language.Java or Language.Kotlin) || import.Name is not { Length: > 0 } member)
            {
                return null;
            }

            rest = member;
        }

        var ending = "." + rest;
        var members = file
            .Constants.Where(constant => constant.Name == rest || constant.Name.EndsWith(ending, StringComparison.Ordinal))
            .ToList();
        return members.Select(constant => constant.Name).Distinct(StringComparer.Ordinal).Count() == 1 ? members[^1] : null;
    }

    public static (string First, string Tail) Head(string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? (name[..dot], name[(dot + 1)..]) : (name, "");
}
