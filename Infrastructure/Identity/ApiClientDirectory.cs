using System.Buffers.Text;
using System.Security.Cryptography;
using CovidSchoolReporting.Domain.Access;
using CovidSchoolReporting.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CovidSchoolReporting.Infrastructure.Identity;

/// <summary>
/// The agency's other systems that may read over HTTP. What each may read is the portal's own record; the secret of a client of the
/// embedded provider is kept by that provider, as a hash.
/// </summary>
public sealed class ApiClientDirectory(
    IDbContextFactory<PortalDbContext> contexts, DatabaseEngine engine, IServiceScopeFactory scopes, TimeProvider time)
{
    private const int SecretBytes = 32;

    /// <summary>The client of that name that may read; null when there is none or it is disabled.</summary>
    public async Task<ApiClient?> FindEnabledAsync(string clientId, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<ApiClient>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.ClientId == clientId && c.DisabledAt == null, cancellationToken);
    }

    public async Task<IReadOnlyList<ApiClient>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<ApiClient>().AsNoTracking().OrderBy(c => c.ClientId).ToListAsync(cancellationToken);
    }

    /// <summary>Registers a client of the embedded provider and gives it a secret.</summary>
    /// <returns>The secret, which nobody can read again; null when the name is taken.</returns>
    public async Task<string?> RegisterWithSecretAsync(
        string clientId, IEnumerable<Territory> territories, IReadOnlyCollection<string> allowed, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await applications.FindByClientIdAsync(clientId, cancellationToken) is not null
            || !await RegisterAsync(clientId, territories, allowed, cancellationToken))
        {
            return null;
        }

        // The portal's own record comes first: without it the provider's would open nothing.
        var secret = NewSecret();
        var application = new OpenIddictApplicationDescriptor
        {
            ClientId = clientId,
            ClientSecret = secret,
            ClientType = ClientTypes.Confidential,
            Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
        };
        application.Permissions.UnionWith(allowed.Select(name => Permissions.Prefixes.Scope + name));
        await applications.CreateAsync(application, cancellationToken);
        return secret;
    }

    /// <summary>Registers a client that another provider vouches for.</summary>
    /// <returns>False when the name is taken.</returns>
    public async Task<bool> RegisterAsync(
        string clientId, IEnumerable<Territory> territories, IEnumerable<string> allowed, CancellationToken cancellationToken = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Add(ApiClient.Register(clientId, territories, allowed, time.GetUtcNow().UtcDateTime));
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (engine.IsDuplicate(exception))
        {
            return false;
        }
    }

    /// <summary>Gives a client of the embedded provider another secret; the old one opens nothing any more.</summary>
    /// <returns>Null when that provider has no such client of the API.</returns>
    public async Task<string?> RenewSecretAsync(string clientId, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await FindAsync(clientId, cancellationToken) is null
            || await applications.FindByClientIdAsync(clientId, cancellationToken) is not { } application)
        {
            return null;
        }

        var secret = NewSecret();
        await applications.UpdateAsync(application, secret, cancellationToken);
        return secret;
    }

    /// <summary>Shuts a client out, from its next request on.</summary>
    public Task<UserChange> DisableAsync(string clientId, CancellationToken cancellationToken = default) =>
        ChangeAsync(clientId, client => !client.IsDisabled, client => client.Disable(time.GetUtcNow().UtcDateTime), cancellationToken);

    public Task<UserChange> EnableAsync(string clientId, CancellationToken cancellationToken = default) =>
        ChangeAsync(clientId, client => client.IsDisabled, client => client.Enable(), cancellationToken);

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    private async Task<ApiClient?> FindAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<ApiClient>().AsNoTracking().SingleOrDefaultAsync(c => c.ClientId == clientId, cancellationToken);
    }

    private async Task<UserChange> ChangeAsync(
        string clientId, Func<ApiClient, bool> needed, Action<ApiClient> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var client = await context.Set<ApiClient>().SingleOrDefaultAsync(c => c.ClientId == clientId, cancellationToken);
        if (client is null || !needed(client))
        {
            return client is null ? UserChange.NotFound : UserChange.NothingToDo;
        }

        change(client);
        await context.SaveChangesAsync(cancellationToken);
        return UserChange.Done;
    }
}
