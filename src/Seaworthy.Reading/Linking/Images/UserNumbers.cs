using System.Globalization;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Images;

/// <summary>The number of a user that a stage, or one it is built on, makes with <c>useradd</c> or <c>adduser</c>.</summary>
/// <remarks>useradd(8); adduser(8) of Debian; adduser of BusyBox.</remarks>
internal static class UserNumbers
{
    private static readonly OptionGrammar Grammar = new(
        "-u --uid -g --gid --ingroup -G --groups -s --shell -d --home -h --home-dir -c --comment --gecos -k --skel -b -e -f -p"
    );

    public static Fact<int>? Of(Fact<string> user, DockerStage stage)
    {
        var name = user.Value.Split(':')[0];
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new Fact<int>(number, user.Span);
        }

        return stage
            .Down.Select(at =>
                at.Instructions.OfType<DockerInstruction.Run>()
                    .SelectMany(run => run.Command.Commands)
                    .Select(command => Made(command, name))
                    .LastOrDefault(made => made is not null)
            )
            .FirstOrDefault(made => made is not null);
    }

    private static Fact<int>? Made(ShellCommand command, string name)
    {
        var line = CommandLine.Of(command);
        if (line.Program is not ("useradd" or "adduser"))
        {
            return null;
        }

        var options = line.Options(Grammar);
        return
            options.Operands.Any(word => word.Literal == name)
            && options.Value("-u", "--uid") is { Literal: { } text }
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Fact<int>(number, command.Span)
            : null;
    }
}
