using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Names;

/// <summary>
/// Variables that an instruction uses and its stage does not have: an ARG before the first FROM is seen by FROM lines only, that of another stage by that stage only.
/// What nothing in the file and no caller names may come from the base image: it is judged where that image is known.
/// </summary>
/// <remarks>Source: Dockerfile reference, "Scope" and "Understand how ARG and FROM interact".</remarks>
internal static class BuildVariableNames
{
    // Of a long file every use asks where else its name is declared.
    private static readonly ConditionalWeakTable<Dockerfile, ILookup<string, Declaration>> Declarations = [];

    // Set by base images or by the builder, or commonly extended whether they are set or not.
    private static readonly FrozenSet<string> Ambient = FrozenSet.Create(
        StringComparer.Ordinal,
        (
            "TARGETPLATFORM TARGETOS TARGETARCH TARGETVARIANT BUILDPLATFORM BUILDOS BUILDARCH BUILDVARIANT NODE_VERSION YARN_VERSION PYTHON_VERSION"
            + " GOLANG_VERSION RUBY_VERSION PHP_VERSION NGINX_VERSION RUST_VERSION JAVA_VERSION PG_VERSION DOTNET_VERSION ASPNET_VERSION PATH HOME USER"
            + " HOSTNAME PWD SHELL TERM LANG LC_ALL LANGUAGE PYTHONPATH NODE_PATH NODE_OPTIONS LD_LIBRARY_PATH CLASSPATH JAVA_OPTS JAVA_TOOL_OPTIONS"
            + " JAVA_HOME GOPATH GOROOT CARGO_HOME RUSTUP_HOME MANPATH PKG_CONFIG_PATH"
        ).Split(' ')
    );

    // Source: the Dockerfiles of the official images.
    private static readonly string[] OfLanguages =
    [
        "APACHE_",
        "APP_UID",
        "ASPNET",
        "BUNDLE_",
        "CARGO_",
        "COMPOSER_",
        "DOTNET_",
        "ELIXIR_",
        "GEM_",
        "GO",
        "GRADLE_",
        "JAVA_",
        "JDK_",
        "JRE_",
        "LANG",
        "MAVEN_",
        "NGINX_",
        "NODE_",
        "OTP_",
        "PHP",
        "PYTHON",
        "RUBY_",
        "RUST",
        "YARN_",
    ];

    public static IEnumerable<NameUse> Find(Deployment deployment)
    {
        var passed = deployment
            .Images.SelectMany(image => image.Build.Arguments, (image, argument) => new { image.Dockerfile, argument })
            .ToLookup(pair => pair.Dockerfile, pair => pair.argument);
        return deployment
            .Of<Dockerfile>()
            .SelectMany(file =>
                file.Stages.SelectMany(stage => Base(file, stage).Concat(Inside(deployment, file, stage, [.. passed[file]])))
            );
    }

    /// <summary>A FROM line sees only the ARGs above the first one; with an empty part its reference is no image's name.</summary>
    private static IEnumerable<NameUse> Base(Dockerfile file, DockerStage stage)
    {
        foreach (var part in stage.Base.Variables.Where(part => part is { HasDefault: false, Variable: not null }))
        {
            var name = part.Variable ?? "";
            if (IsBuiltIn(name))
            {
                continue;
            }

            var global = file.GlobalArgs.LastOrDefault(arg => arg.Name.Value == name);
            yield return new NameUse(NameRole.BaseImageArgument, name, part.Span ?? stage.Base.Span, file.File.Path, global?.Span)
            {
                In = file.File.Path,
                Related = global is null ? Declared(file, name, null) : null,
                Candidates = [.. file.GlobalArgs.Select(arg => arg.Name.Value)],
            };
        }
    }

    private static IEnumerable<NameUse> Inside(
        Deployment deployment,
        Dockerfile file,
        DockerStage stage,
        IReadOnlyList<BuildArgument> passed
    )
    {
        foreach (var instruction in stage.Instructions)
        {
            foreach (var (name, span, takesItself) in Uses(instruction))
            {
                if (IsSetBeside(stage, instruction, name) || VariablesOfBases.Has(stage.Down.Last().Base.Raw, name))
                {
                    continue;
                }

                var definition = stage.FindVariable(name, instruction);
                if (definition is not null)
                {
                    yield return new NameUse(NameRole.DockerVariable, name, span, file.File.Path, definition.Span) { In = file.File.Path };
                }
                else if (
                    (
                        Elsewhere(file, stage, name, instruction)
                        ?? passed.FirstOrDefault(argument => argument.Name == name)?.Span
                        ?? (takesItself ? instruction.Span : (SourceSpan?)null)
                    ) is
                    { } place
                )
                {
                    NameUse missing = new(NameRole.DockerVariable, name, span, file.File.Path, null)
                    {
                        In = file.File.Path,
                        Scope = stage.Span,
                        Related = place == instruction.Span ? null : place,
                        UnknownBecause =
                            place == instruction.Span && !HasKnownBase(stage)
                                ? $"the base image {stage.Down.Last().Base.Raw} may set it"
                                : null,
                    };
                    yield return instruction is DockerInstruction.Env env
                        ? EmptyVariables.Weighed(deployment, file, stage, env, missing)
                        : missing;
                }
                else if (
                    instruction is DockerInstruction.Workdir or DockerInstruction.Copy or DockerInstruction.User
                    && !IsOfBase(stage, name)
                )
                {
                    yield return new NameUse(NameRole.DockerVariable, name, span, file.File.Path, null)
                    {
                        In = file.File.Path,
                        Scope = stage.Span,
                        NeededAt = instruction.Span,
                        Candidates =
                        [
                            .. stage
                                .VariablesAt(instruction)
                                .Select(declared =>
                                    declared is DockerInstruction.Env env ? env.Name.Value : ((DockerInstruction.Arg)declared).Name.Value
                                )
                                .Distinct(StringComparer.Ordinal),
                        ],
                    };
                }
            }
        }
    }

    /// <summary><c>ENV HOME=/x PATH=$HOME/bin:$PATH</c> takes the value from before the instruction: no ARG is what it lacks.</summary>
    private static bool IsSetBeside(DockerStage stage, DockerInstruction instruction, string name) =>
        instruction is DockerInstruction.Env env && env.Name.Value != name && stage.Settings(name).Any(other => other.Span == env.Span);

    /// <summary>The variables that an instruction needs, and whether it gives one its own value: <c>ENV A=$A</c>.</summary>
    private static IEnumerable<Use> Uses(DockerInstruction instruction)
    {
        var templates = instruction switch
        {
            DockerInstruction.Env env => [env.Value],
            DockerInstruction.Workdir workdir => [workdir.Path],
            DockerInstruction.Copy copy => [.. copy.Sources, .. new[] { copy.Destination, copy.Chown }.OfType<Template>()],
            DockerInstruction.User user => [user.Name],
            DockerInstruction.Expose expose => [expose.Text],
            _ => (IReadOnlyList<Template>)[],
        };
        foreach (var part in templates.SelectMany(template => template.Variables))
        {
            if (part is { Variable: { } name, Operator: null } && !IsBuiltIn(name))
            {
                yield return new Use(
                    name,
                    instruction is DockerInstruction.Env own ? own.Pair : part.Span ?? instruction.Span,
                    instruction is DockerInstruction.Env env && env.Name.Value == name && env.Value.Parts.Count == 1
                );
            }
        }

        if (instruction is DockerInstruction.Run run)
        {
            foreach (var name in ShellUses(run.Command.Commands))
            {
                yield return new Use(name, run.Span, TakesItself: false);
            }
        }
    }

    /// <summary>Variables of the shell that nothing in the same text sets.</summary>
    private static IEnumerable<string> ShellUses(IReadOnlyList<ShellCommand> commands)
    {
        HashSet<string> own =
        [
            .. commands.SelectMany(command => command.Assignments).Select(assignment => assignment.Name),
            .. commands
                .Where(command => command.Program is "read" or "for")
                .SelectMany(command => command.Arguments)
                .Select(word => word.Raw),
        ];
        return commands
            .SelectMany(command => command.Words)
            .SelectMany(word => word.Parts)
            .Where(part => part is { Kind: ShellPartKind.Variable, Default: null })
            .Select(part => part.Text)
            .Where(name => !own.Contains(name) && !IsBuiltIn(name))
            .Distinct(StringComparer.Ordinal);
    }

    private static bool IsBuiltIn(string name) =>
        Ambient.Contains(name) || name.Length == 0 || !(char.IsAsciiLetter(name[0]) || name[0] == '_');

    /// <summary>Where the name is declared, out of reach: before the first FROM, in another stage, or too late in this one.</summary>
    private static SourceSpan? Elsewhere(Dockerfile file, DockerStage stage, string name, DockerInstruction at)
    {
        if (file.GlobalArgs.LastOrDefault(arg => arg.Name.Value == name) is { } global)
        {
            return global.Span;
        }

        // A shell may have its own variable of a common name: only what the file plainly means is judged in a RUN.
        return at is DockerInstruction.Run
            ? Later(stage, name, at) ?? ArgumentOf(file, name, stage)
            : Later(stage, name, at) ?? Declared(file, name, stage);
    }

    private static bool HasKnownBase(DockerStage stage) =>
        PublicImages.Find(stage.Down.Last().Base.Raw.Split(':')[0]) is { Role: ImageRole.Runtime or ImageRole.System };

    /// <summary>Images of languages set the versions and directories of their tools.</summary>
    private static bool IsOfBase(DockerStage stage, string name) =>
        !HasKnownBase(stage) || Array.Exists(OfLanguages, prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static SourceSpan? Later(DockerStage stage, string name, DockerInstruction at) =>
        stage.Arguments(name).FirstOrDefault(arg => arg.Span.Start > at.Span.Start)?.Span;

    private static SourceSpan? ArgumentOf(Dockerfile file, string name, DockerStage except) =>
        Declarations
            .GetValue(file, Named)[name]
            .FirstOrDefault(declared => !ReferenceEquals(declared.Stage, except) && declared.By is DockerInstruction.Arg)
            ?.By.Span;

    private static SourceSpan? Declared(Dockerfile file, string name, DockerStage? except) =>
        Declarations.GetValue(file, Named)[name].FirstOrDefault(declared => !ReferenceEquals(declared.Stage, except))?.By.Span;

    private static ILookup<string, Declaration> Named(Dockerfile file) =>
        file
            .Stages.SelectMany(stage => stage.Instructions, (stage, by) => new Declaration(stage, by))
            .Where(declared => declared.By is DockerInstruction.Arg or DockerInstruction.Env)
            .ToLookup(
                declared => declared.By is DockerInstruction.Env env ? env.Name.Value : ((DockerInstruction.Arg)declared.By).Name.Value,
                StringComparer.Ordinal
            );

    /// <param name="TakesItself">The variable is set to its own value.</param>
    private sealed record Use(string Name, SourceSpan Span, bool TakesItself);

    private sealed record Declaration(DockerStage Stage, DockerInstruction By);
}
