using System.CommandLine;
using Seaworthy.Deploying.Commands;

namespace Seaworthy.Cli.Deploying;

/// <summary>What orders certificates.</summary>
internal sealed class AcmeArguments
{
    private readonly Option<string> image = new("--acme-image")
    {
        Description = $"Image of lego 4, which orders certificates. [default: {AcmeClient.UsualImage}]",
        HelpName = "image",
        DefaultValueFactory = _ => AcmeClient.UsualImage,
    };

    public void AddTo(Command command) => command.Options.Add(image);

    public string Image(ParseResult parsed) => parsed.GetValue(image) ?? AcmeClient.UsualImage;
}
