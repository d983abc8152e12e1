namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A compiler or bundler at work: <c>go build -o</c>, <c>cargo build</c>, <c>dotnet publish -o</c>, <c>mvn package</c>, <c>vite build</c>.</summary>
public sealed record BuildCommand(ShellCommand Command, string Tool, string Verb) : KnownCommand(Command)
{
    private static readonly OptionGrammar Go = new("-o -ldflags -tags -mod -C -gcflags -asmflags -buildmode -p") { HasSingleDash = true };
    private static readonly OptionGrammar Other = new(
        """
        -o --output --bin -p --package --manifest-path --target --target-dir --features -F --profile -c --configuration -f --file --framework -r
        --runtime --outDir -m --mode --config --project -pl -P --outdir --outfile --out-dir -d --example --dist-dir --output-path
        """
    );

    private static readonly OptionGrammar Jvm = new("-f --file -pl --projects -P -p --project-dir -b --build-file -x")
    {
        HasSingleDash = true,
    };

    /// <summary>Where the result goes, when said.</summary>
    public ShellWord? Output { get; init; }

    /// <summary>The binary, package or project that is built, when said.</summary>
    public ShellWord? Target { get; init; }

    /// <summary>Packages, projects or directories named as operands.</summary>
    public IReadOnlyList<ShellWord> Operands { get; init; } = [];

    /// <summary><c>--release</c>, <c>-c Release</c>: Cargo's directory and .NET's configuration depend on it.</summary>
    public bool IsRelease { get; init; }

    internal static BuildCommand? Of(CommandLine line)
    {
        var verb = (line.Program, line.Verb) switch
        {
            (
                "go"
                    or "cargo"
                    or "dotnet"
                    or "vite"
                    or "next"
                    or "nuxt"
                    or "ng"
                    or "nest"
                    or "react-scripts"
                    or "astro"
                    or "remix"
                    or "parcel"
                    or "hugo"
                    or "swift"
                    or "flutter"
                    or "vue-cli-service",
                "build"
            ) => "build",
            ("dotnet", "publish" or "pack") => line.Verb,
            ("tsc" or "webpack" or "rollup" or "esbuild" or "tsup" or "gatsby", _) => line.Verb is "build" ? "build" : "",
            ("mvn" or "mvnw" or "gradle" or "gradlew", _) => JvmGoal(line),
            _ => null,
        };
        if (verb is null)
        {
            return null;
        }

        var hasVerb = verb.Length > 0 && line.Verb == verb;
        var grammar = line.Program switch
        {
            "go" => Go,
            "mvn" or "mvnw" or "gradle" or "gradlew" => Jvm,
            _ => Other,
        };
        var options = line.Options(grammar, hasVerb && grammar != Jvm ? 1 : 0);
        return new BuildCommand(line.Command, line.Program, verb)
        {
            Output = options.Value("-o", "--output", "--outDir", "--outdir", "--outfile", "--out-dir", "--output-path", "--target-dir"),
            Target = options.Value("--bin", "-p", "--package", "--project", "-pl"),
            Operands = options.Operands,
            IsRelease =
                options.Has("--release")
                || options.Value("-c", "--configuration", "--profile")?.Literal is "Release" or "release"
                || verb == "publish",
        };
    }

    private static string? JvmGoal(CommandLine line) =>
        line
            .Arguments.Select(word => word.Literal)
            .FirstOrDefault(goal =>
                goal
                    is "package"
                        or "install"
                        or "verify"
                        or "deploy"
                        or "build"
                        or "bootJar"
                        or "assemble"
                        or "shadowJar"
                        or "jar"
                        or "compile"
            );
}
