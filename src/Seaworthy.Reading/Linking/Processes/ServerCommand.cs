using System.Globalization;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>A command that starts a known server program, and what its words say of the address.</summary>
internal sealed record ServerCommand(ServerProgram Program, ShellCommand Command)
{
    /// <summary>The word that tells the port; null when no word does.</summary>
    public ShellWord? PortWord { get; init; }

    /// <summary>The word that tells the address; null when no word does.</summary>
    public ShellWord? HostWord { get; init; }

    /// <summary>The option for the address is there without one: every address.</summary>
    public bool OpensAll { get; init; }

    /// <summary>What the command itself gives the variable of the port: <c>PORT=5000 react-scripts start</c>; null when it gives nothing.</summary>
    public ShellWord? PortAssigned => Command.Assignments.LastOrDefault(assignment => assignment.Name == Program.PortVariable)?.Value;

    public static ServerCommand? Of(ShellCommand command)
    {
        var names = command.Words.Select(word => word.Literal is { } text ? text[(text.LastIndexOf('/') + 1)..] : "").ToList();
        foreach (var program in ServerPrograms.LongestFirst)
        {
            if (StartOf(program, names) is { } rest)
            {
                return Read(program, command, command.Words.Skip(rest).ToList());
            }
        }

        return null;
    }

    /// <summary>How many words the program's name takes; an interpreter and its options may be in front.</summary>
    private static int? StartOf(ServerProgram program, List<string> names)
    {
        var wanted = program.Words;
        if (program.IsSubcommand)
        {
            var at = names.IndexOf(wanted[1]);
            return names is [var first, ..] && first == wanted[0] && at > 0 ? at + 1 : null;
        }

        var skip = names is ["python" or "python3" or "node" or "bundle" or "ruby", ..] && wanted[0] is not "python" ? 1 : 0;
        while (skip > 0 && skip < names.Count && (names[skip] is "-m" or "exec" or "-u" or "-O"))
        {
            skip++;
        }

        if (wanted[0] is "python" && names is ["python3", ..])
        {
            wanted = ["python3", .. wanted.Skip(1)];
        }

        var isBare = wanted.Count == 1 && wanted[0] is "vite" or "serve";
        // A program of the application's own, or its verb behind an entry point, may be called so; the file server of npm is given a directory first, or its own options.
        var isNamedAlike =
            wanted is ["serve"]
            && (
                names.Count <= skip + 1
                || names[skip + 1] is ['-', '-', ..] and not ("--single" or "--listen" or "--config" or "--cors" or "--no-clipboard")
            );
        return
            !isNamedAlike
            && names.Count >= skip + wanted.Count
            && StandsAt(names, skip, wanted)
            && !(isBare && names.Count > skip + 1 && names[skip + 1] is "build" or "preview" or "optimize")
            ? skip + wanted.Count - (program.Name is "php -S" ? 1 : 0)
            : null;
    }

    private static bool StandsAt(List<string> names, int start, IReadOnlyList<string> wanted)
    {
        for (var index = 0; index < wanted.Count; index++)
        {
            if (names[start + index] != wanted[index])
            {
                return false;
            }
        }

        return true;
    }

    private static ServerCommand Read(ServerProgram program, ShellCommand command, List<ShellWord> arguments)
    {
        var host = Option(arguments, program.HostOptions);
        return new(program, command)
        {
            PortWord = Option(arguments, program.PortOptions) ?? Option(arguments, program.BindOptions) ?? Positional(program, arguments),
            HostWord = host is { Raw: ['-', ..] } ? null : host,
            OpensAll =
                (host is null or { Raw: ['-', ..] } && arguments.Exists(word => program.HostOptions.Contains(word.Literal)))
                || arguments.Exists(word => program.OpeningOptions.Contains(word.Literal)),
        };
    }

    private static ShellWord? Positional(ServerProgram program, List<ShellWord> arguments) =>
        program.TakesPositionalAddress ? arguments.FirstOrDefault(word => word.Raw is not ['-', ..]) : null;

    private static ShellWord? Option(List<ShellWord> arguments, IReadOnlyList<string> names)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var word = arguments[i];
            foreach (var name in names)
            {
                if (word.Literal == name)
                {
                    return i + 1 < arguments.Count ? arguments[i + 1] : null;
                }

                if (word.Raw.StartsWith(name + "=", StringComparison.Ordinal))
                {
                    return Rest(word, name.Length + 1);
                }

                if (
                    name.Length == 2
                    && word.Raw.Length > 2
                    && word.Raw.StartsWith(name, StringComparison.Ordinal)
                    && char.IsAsciiDigit(word.Raw[2])
                )
                {
                    return Rest(word, 2);
                }
            }
        }

        return null;
    }

    private static ShellWord Rest(ShellWord word, int skip)
    {
        IReadOnlyList<ShellPart> parts =
            word.Parts is [{ Kind: ShellPartKind.Literal } first, ..] && first.Text.Length >= skip
                ? [first with { Text = first.Text[skip..] }, .. word.Parts.Skip(1)]
                : word.Parts;
        return word with { Parts = parts, Raw = word.Raw[skip..], Literal = word.Literal?[skip..] };
    }

    /// <summary>The port of an address: <c>8000</c>, <c>:8000</c>, <c>0.0.0.0:8000</c>, <c>tcp://0.0.0.0:3000</c>.</summary>
    public static int? PortOf(string address)
    {
        var last = TwistedEndpoint.Of(address)?.Port ?? address[(address.LastIndexOf(':') + 1)..].TrimEnd('/');
        return int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536 ? port : null;
    }

    /// <summary>The host of an address, when it states one.</summary>
    public static string? HostOf(string address)
    {
        if (TwistedEndpoint.Of(address) is { } endpoint)
        {
            return endpoint.Host;
        }

        var plain = address.Contains("://", StringComparison.Ordinal)
            ? address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..]
            : address;
        var colon = plain.LastIndexOf(':');
        return colon > 0 ? plain[..colon].Trim('[', ']') : null;
    }
}
