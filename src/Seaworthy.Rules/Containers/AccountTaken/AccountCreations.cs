using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>The users and groups that Dockerfiles make, held against those that their base images have.</summary>
/// <remarks>useradd(8) and groupadd(8) of shadow; adduser(8) of Debian; adduser and addgroup of BusyBox: all refuse a name or a number that is in use.</remarks>
internal static class AccountCreations
{
    private static readonly OptionGrammar Shadow = new(
        "-u --uid -g --gid -G --groups -s --shell -d --home -h --home-dir -c --comment --gecos -k --skel -b --base-dir -e -f -p -K"
    );

    // "-f" of groupadd and "-S" of BusyBox take no value; the home of BusyBox is "-h", its comment "-g".
    private static readonly OptionGrammar Groups = new("-g --gid -K --key -p --password -R --root -P --prefix");

    private static readonly string[] Removers = ["userdel", "groupdel", "deluser", "delgroup", "usermod", "groupmod", "sed"];

    public static IReadOnlyList<AccountCreation> Link(Deployment deployment) =>
        [
            .. deployment
                .Images.SelectMany(image => image.Stages.Select(stage => new { image.Name, Stage = stage }))
                .DistinctBy(pair => pair.Stage.Declared)
                .SelectMany(pair => OfStage(pair.Name, pair.Stage)),
        ];

    private static IEnumerable<AccountCreation> OfStage(string dockerfile, ImageStage stage)
    {
        if (stage.Declared.BaseStage is not null || stage.Base.Text is not { } text || ImageReference.Parse(text) is not { } reference)
        {
            yield break;
        }

        var held = Accounts.Of(reference);
        if (held.Count == 0 || stage.Commands.Any(command => Removers.Contains(CommandLine.Of(command.Command).Program)))
        {
            yield break;
        }

        var isBusybox = stage.PublicBase?.System == BaseSystem.Alpine;
        foreach (var command in stage.Commands)
        {
            var line = CommandLine.Of(command.Command);
            if (!command.IsDemanded || Made(line, isBusybox) is not { } made)
            {
                continue;
            }

            var taken =
                held.FirstOrDefault(account => account.Name == made.Name && Number(account, made.IsGroup) is not null)
                ?? held.FirstOrDefault(account => made.Id is { } id && Number(account, made.IsGroup) == id);
            yield return new AccountCreation(
                dockerfile,
                new Fact<string>(line.Program, command.Command.Span),
                new Fact<string>(text, stage.Declared.Span)
            )
            {
                Taken = taken,
                What =
                    taken is null ? ""
                    : taken.Name == made.Name ? $"the {(made.IsGroup ? "group" : "user")} {made.Name}"
                    : $"the number {made.Id?.ToString(CultureInfo.InvariantCulture)}",
            };
        }
    }

    private static int? Number(Account account, bool isGroup) => isGroup ? account.Group : account.User;

    private static (string Name, int? Id, bool IsGroup)? Made(CommandLine line, bool isBusybox)
    {
        var isGroup = line.Program is "groupadd" or "addgroup";
        if (!isGroup && line.Program is not ("useradd" or "adduser"))
        {
            return null;
        }

        var options = line.Options(isGroup ? Groups : Shadow);
        // Two operands put a user into a group; "-o" allows a number twice; Debian's adduser --system is content with what is there.
        return
            options.Operands is not [{ Literal: { } name }]
            || (isGroup && line.Program == "groupadd" && options.Has("-f", "--force"))
            || options.Has("-o", "--non-unique")
            || (!isBusybox && line.Program is "adduser" or "addgroup" && options.Has("--system"))
            ? null
            : (name, Id(options.Value(isGroup ? ["-g", "--gid"] : ["-u", "--uid"])), isGroup);
    }

    private static int? Id(ShellWord? word) =>
        int.TryParse(word?.Literal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
