namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>Resources of Azure that run a program.</summary>
internal static class AzureKinds
{
    public const string ContainerApp = "Microsoft.App/containerApps";
    public const string Job = "Microsoft.App/jobs";
    public const string Site = "Microsoft.Web/sites";
    public const string SiteSettings = "Microsoft.Web/sites/config";
    public const string ContainerGroup = "Microsoft.ContainerInstance/containerGroups";
}
