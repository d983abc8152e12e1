using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Dependencies;
using Seaworthy.Reading.Linking.Images.Effects.Packages;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>The imports that a build of a package certainly resolves: a bundler those of the program that load something, a compiler all of those that it checks.</summary>
/// <remarks>Sources: Next.js documentation, "TypeScript", "Disabling TypeScript errors"; Vite, "TypeScript", "Transpile only"; TypeScript, "tsc CLI options".</remarks>
internal sealed class PackageImportPlaces(Deployment deployment, ProgramFiles programs)
{
    private static readonly OptionGrammar Compiler = new(
        "-p --project --outDir --rootDir --target -t --module -m --lib --jsx --declarationDir --tsBuildInfoFile"
    );

    private static readonly HashSet<string> Bundlers = new(StringComparer.Ordinal) { "next", "vite", "react-scripts" };

    public IEnumerable<PackageImportPlace> Of(BuildCall call, PackageJson package) =>
        call.Program switch
        {
            "tsc" or "vue-tsc" => Compiled(package, ProjectOf(call)),
            "nest" when IsCompiledByNest(call, package) => Compiled(package, NestProject(package)),
            "next" when call.Line.Verb == "build" => Bundled(package)
                .Concat(ChecksTypes(package) ? Compiled(package, "tsconfig.json") : []),
            var program when Bundlers.Contains(program) && call.Line.Verb == "build" && !LeavesOut(package) => Bundled(package),
            _ => [],
        };

    private static string? ProjectOf(BuildCall call)
    {
        var options = call.Line.Options(Compiler);
        return options.Has("-b", "--build", "-w", "--watch", "--init", "--version", "-v", "--help", "--showConfig", "--noResolve")
            || options.Operands.Count > 0
                ? null
            : options.Value("-p", "--project") is not { } word ? "tsconfig.json"
            : word.Literal is { } path
                ? path.EndsWith(".json", StringComparison.Ordinal) ? path
                    : path.TrimEnd('/') + "/tsconfig.json"
            : null;
    }

    private bool IsCompiledByNest(BuildCall call, PackageJson package) =>
        call.Line is { Verb: "build", Arguments.Count: 1 }
        && deployment.At<NestConfig>(RepositoryPath.Join(package.File.Directory, "nest-cli.json") ?? "")
            is { UsesCompiler: true, TsConfigPath: null };

    private string NestProject(PackageJson package) =>
        deployment.Tree.HasFile(RepositoryPath.Join(package.File.Directory, "tsconfig.build.json") ?? "")
            ? "tsconfig.build.json"
            : "tsconfig.json";

    private bool ChecksTypes(PackageJson package) =>
        !Settings(package).Any(settings => settings.File.Text.Contains("ignoreBuildErrors", StringComparison.Ordinal));

    /// <summary>A library leaves its dependencies to who uses it, and so do programs for a server.</summary>
    private bool LeavesOut(PackageJson package) =>
        Settings(package)
            .Any(settings =>
                settings.File.Text.Contains("external", StringComparison.Ordinal)
                || settings.File.Text.Contains("lib:", StringComparison.Ordinal)
            );

    private IEnumerable<CodeFile> Settings(PackageJson package) =>
        deployment.In<CodeFile>(package.File.Directory).Where(file => file.File.Name.Contains(".config.", StringComparison.Ordinal));

    /// <summary>Everything that the compiler includes is checked, even a mere type.</summary>
    private IEnumerable<PackageImportPlace> Compiled(PackageJson package, string? name)
    {
        if (
            name is null
            || RepositoryPath.Join(package.File.Directory, name) is not { } path
            || TypeScriptProject.Of(deployment, path) is not { } project
            || deployment.At<TsConfig>(path)?.File.Text.Contains("\"references\"", StringComparison.Ordinal) != false
        )
        {
            return [];
        }

        return from source in project.Find(deployment.Tree)
            where source.EndsWith(".ts", StringComparison.Ordinal) || source.EndsWith(".tsx", StringComparison.Ordinal)
            where RepositoryPath.Inside(package.File.Directory, source) is not null && !TypeScriptProject.IsDeclaration(source)
            let file = deployment.At<CodeFile>(source)
            where file is not null && !file.File.Text.Contains("@ts-nocheck", StringComparison.Ordinal)
            from import in file.Imports
            where !import.Span.Text.StartsWith("require", StringComparison.Ordinal) && !IsExcused(import)
            select new PackageImportPlace(file, import);
    }

    private static bool IsExcused(CodeImport import) =>
        import.Span.StartLine > 1 && import.Span.File.Lines.TextOf(import.Span.StartLine - 1).Contains("@ts-", StringComparison.Ordinal);

    /// <summary>What the pages and the entry load, with a name that is called: of the others a bundler may think that they are types, and leave them out.</summary>
    private IEnumerable<PackageImportPlace> Bundled(PackageJson package)
    {
        if (deployment.Components.FirstOrDefault(component => component.Root == package.File.Directory) is not { } component)
        {
            return [];
        }

        var loaded = programs.Of(component);
        return from file in component.Code
            where loaded.Contains(file.File.Path) && RepositoryPath.Inside(package.File.Directory, file.File.Path) is not null
            from import in file.Imports
            where
                !import.IsOptional
                && PackageImportLinker.IsAtTop(import.Span)
                && !TypeOnlyImports.Is(file, import)
                && IsCalled(file, import)
            select new PackageImportPlace(file, import);
    }

    private static bool IsCalled(CodeFile file, CodeImport import) =>
        import.Local.Length > 0
        && WholeWords
            .Find(file.File.Text, import.Local, letter => char.IsLetterOrDigit(letter) || letter is '_' or '$' or '.')
            .Any(at =>
                (at < import.Span.Start || at >= import.Span.End)
                && at + import.Local.Length is var end
                && end < file.File.Text.Length
                && (
                    file.File.Text[end] == '('
                    || (
                        at > 1
                        && file.File.Text[at - 1] == '<'
                        && !char.IsLetterOrDigit(file.File.Text[at - 2])
                        && char.IsUpper(import.Local[0])
                    )
                )
            );
}
