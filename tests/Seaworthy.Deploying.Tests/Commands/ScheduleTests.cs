using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Commands;
using Xunit;

namespace Seaworthy.Deploying.Tests.Commands;

public sealed class ScheduleTests
{
    private static readonly CommandLine Line = new(
        "/usr/bin/seaworthy",
        ["backup", "/srv/my shop", "--copy-command", "rclone copy {} r:50%/$x/{id}", "--keep-daily", "7"]
    );

    [Fact]
    public void A_word_gives_units_of_systemd()
    {
        var text = Schedule.Of("daily", ScheduledJob.Backup("shop"), "deploy", Line);

        Assert.Contains(
            "ExecStart=/usr/bin/seaworthy backup \"/srv/my shop\" --copy-command \"rclone copy {} r:50%%/$$x/{id}\" --keep-daily 7\n",
            text,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "# /etc/systemd/system/seaworthy-backup-shop.service\n[Unit]\nDescription=Copies of the stores of shop\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("\nUser=deploy\n", text, StringComparison.Ordinal);
        Assert.Contains("\nOnCalendar=daily\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_renewal_has_units_of_its_own()
    {
        var line = new CommandLine("/usr/bin/seaworthy", ["certificates", "renew", "/srv/shop"]);

        var text = Schedule.Of("daily", ScheduledJob.Renewal("shop"), "deploy", line);

        Assert.Contains("ExecStart=/usr/bin/seaworthy certificates renew /srv/shop\n", text, StringComparison.Ordinal);
        Assert.Contains("enable --now seaworthy-certificates-shop.timer\n", text, StringComparison.Ordinal);
        Assert.Contains("Description=Certificates of shop, daily\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_fields_give_a_line_of_cron()
    {
        Assert.EndsWith(
            "\n15 3 * * 1-5 /usr/bin/seaworthy backup '/srv/my shop' --copy-command 'rclone copy {} r:50\\%/$x/{id}' --keep-daily 7\n",
            Schedule.Of("15 3 * * 1-5", ScheduledJob.Backup("shop"), "deploy", Line),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("hourly", true)]
    [InlineData("*/5 0-6 1,15 jan sun", true)]
    [InlineData("sometimes", false)]
    [InlineData("* * * *", false)]
    [InlineData("* * * * * rm", false)]
    [InlineData("* * * * *\n* * * * * rm", false)]
    public void Other_words_are_refused(string when, bool isKnown)
    {
        Assert.Equal(isKnown, Schedule.IsKnown(when));
    }

    [Fact]
    public void The_command_that_sends_a_copy_has_its_directory_and_name()
    {
        Assert.Equal(
            "rclone copy '/state/my shop/db-1' remote:shop/db-1",
            OffHostCopy.Of(["rclone", "copy", "{}", "remote:shop/{id}"], "/state/my shop/db-1", "db-1").ToString()
        );
    }
}
