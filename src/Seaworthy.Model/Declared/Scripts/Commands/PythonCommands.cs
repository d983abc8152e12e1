namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>python file.py</c>, <c>python -m module</c>, and Django's <c>manage.py</c>.</summary>
/// <remarks>Source: Python documentation, "Command line and environment"; Django, "django-admin and manage.py".</remarks>
internal static class PythonCommands
{
    private static readonly OptionGrammar Grammar = new("-m -c -W -X --check-hash-based-pycs") { EndsAtOperand = true };
    private static readonly OptionGrammar Django = new("--settings --pythonpath -v --verbosity --database -b --bind");

    public static ProgramCommand? Of(CommandLine line)
    {
        // -m and -c end the options: what follows belongs to the module.
        for (var index = 0; index < line.Arguments.Count; index++)
        {
            var literal = line.Arguments[index].Literal;
            if (literal is ['-', .., 'm'] && literal[1] != '-' && index + 1 < line.Arguments.Count)
            {
                return new ProgramCommand(line.Command, "python")
                {
                    Module = line.Arguments[index + 1],
                    Arguments = [.. line.Arguments.Skip(index + 2)],
                };
            }

            if (literal is "-c" or "-")
            {
                return null;
            }

            if (literal is not ['-', ..])
            {
                break;
            }
        }

        var operands = line.Options(Grammar).Operands;
        return operands is not [var file, ..] ? null
            : file.ToString().EndsWith("manage.py", StringComparison.Ordinal) ? OfDjango(line, file, [.. operands.Skip(1)])
            : new ProgramCommand(line.Command, "python") { File = file, Arguments = [.. operands.Skip(1)] };
    }

    public static ProgramCommand OfDjango(CommandLine line, ShellWord? file, IReadOnlyList<ShellWord> arguments)
    {
        var options = CommandOptions.Read(arguments, Django);
        var verb = options[0]?.Literal;
        var address = verb is "runserver" or "runserver_plus" ? options[1] : null;
        var hasHost = address?.ToString().Contains(':', StringComparison.Ordinal) == true;
        return new ProgramCommand(line.Command, "python")
        {
            File = file,
            Verb = verb,
            Port = hasHost ? null : address,
            IsForDevelopment = verb is "runserver" or "runserver_plus",
            Reloads = verb is "runserver" or "runserver_plus" && !options.Has("--noreload"),
            ConfigurationFile = null,
            Arguments = arguments,
        };
    }
}
