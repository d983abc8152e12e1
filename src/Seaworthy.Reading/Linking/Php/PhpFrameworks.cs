using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Php;

/// <summary>Tells the framework from what composer.json requires.</summary>
internal static class PhpFrameworks
{
    private static readonly (string Package, PhpFramework Framework)[] Known =
    [
        ("laravel/framework", PhpFramework.Laravel),
        ("laravel/lumen-framework", PhpFramework.Lumen),
        ("symfony/framework-bundle", PhpFramework.Symfony),
        ("slim/slim", PhpFramework.Slim),
    ];

    public static PhpFramework Of(Component component)
    {
        var composer = component.Manifests.OfType<ComposerJson>().FirstOrDefault();
        foreach (var (package, framework) in Known)
        {
            if (composer?.FindDependency(package) is not null)
            {
                return framework;
            }
        }

        return component.Language == Language.Php ? PhpFramework.Unknown : PhpFramework.None;
    }
}
