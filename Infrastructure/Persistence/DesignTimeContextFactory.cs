using CovidSchoolReporting.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CovidSchoolReporting.Infrastructure.Persistence;

/// <summary>Lets <c>dotnet ef</c> read the model without starting the portal; it never opens the file that it names.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        new SqliteEngine(Path.GetFullPath("design-time.db")).Configure(builder);
        return new PortalDbContext(builder.Options);
    }
}
