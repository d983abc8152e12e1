namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>Programs of compiled languages and of PHP's framework: <c>java -jar</c>, <c>dotnet app.dll</c>, <c>mvn spring-boot:run</c>, <c>php artisan serve</c>.</summary>
internal static class CompiledPrograms
{
    private static readonly OptionGrammar Java = new("-cp -classpath --class-path -p --module-path --add-opens --add-modules");
    private static readonly OptionGrammar Dotnet = new(
        "--project -p -c --configuration -f --framework --launch-profile -lp --urls -r --runtime --property"
    );
    private static readonly OptionGrammar Artisan = new("--host --port --tries");
    private static readonly OptionGrammar Build = new("-f --file -pl --projects -p --project-dir -P -D -b") { HasSingleDash = true };

    public static ProgramCommand? OfJava(CommandLine line)
    {
        // The archive or the main class ends the options of java itself.
        for (var index = 0; index < line.Arguments.Count; index++)
        {
            var word = line.Arguments[index];
            if (word.Literal is "-jar" && index + 1 < line.Arguments.Count)
            {
                // Options may follow it as well: java -jar -Xmx512m app.jar
                var file = index + 1;
                while (file + 1 < line.Arguments.Count && line.Arguments[file].Prefix is ['-', ..])
                {
                    file++;
                }

                return new ProgramCommand(line.Command, "java")
                {
                    File = line.Arguments[file],
                    Arguments = [.. line.Arguments.Skip(file + 1)],
                };
            }

            if (word.Literal is { } name && Java.TakesValue(name))
            {
                index++;
            }
            else if (word.Prefix is not ['-', ..] && word.Literal is not null)
            {
                return new ProgramCommand(line.Command, "java") { Module = word, Arguments = [.. line.Arguments.Skip(index + 1)] };
            }
        }

        return null;
    }

    public static ProgramCommand? OfDotnet(CommandLine line)
    {
        var options = line.Options(Dotnet);
        var first = options[0];
        return first switch
        {
            null => null,
            { Literal: "run" or "watch" } => new ProgramCommand(line.Command, "dotnet")
            {
                Verb = first.Literal,
                Application = options.Value("--project", "-p"),
                IsForDevelopment = true,
                Reloads = first.Literal == "watch",
                Arguments = [.. options.Operands.Skip(1)],
            },
            _ when first.ToString().EndsWith(".dll", StringComparison.OrdinalIgnoreCase) => new ProgramCommand(line.Command, "dotnet")
            {
                File = first,
                Arguments = [.. options.Operands.Skip(1)],
            },
            _ => null,
        };
    }

    public static ProgramCommand? OfJvmBuild(CommandLine line)
    {
        var options = line.Options(Build);
        var goal = options.Operands.FirstOrDefault(word =>
            word.Literal is "spring-boot:run" or "quarkus:dev" or "bootRun" or "run" or "quarkusDev"
            || word.Literal?.EndsWith(":bootRun", StringComparison.Ordinal) == true
        );
        return goal is null
            ? null
            : new ProgramCommand(line.Command, line.Program)
            {
                Verb = goal.Literal,
                Application = options.Value("-pl", "--projects"),
                SourceDirectory = options.Value("-p", "--project-dir"),
                IsForDevelopment = true,
            };
    }

    public static ProgramCommand OfArtisan(CommandLine line)
    {
        var options = line.Options(Artisan, skip: 2);
        return new ProgramCommand(line.Command, "php")
        {
            File = line.Arguments[0],
            Verb = "serve",
            Host = options.Value("--host"),
            Port = options.Value("--port"),
            IsForDevelopment = true,
        };
    }
}
